package dev.rampart.ops.studio;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.policies.Desk;
import dev.rampart.ops.policies.PolicyCard;
import dev.rampart.ops.policies.PolicyLine;
import dev.rampart.schemas.PolicyState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies as they are published. */
public record PublishedPolicies(Desk desk) implements LivePolicies {
  @Override
  public List<PolicyDocument> documents() {
    return lines().stream()
        .filter(line -> line.live() != null)
        .map(line -> Documents.parse(line.policy(), text(line.policy(), line.live())))
        .map(document -> document.inState(PolicyState.LIVE))
        .toList();
  }

  @Override
  public String text(String policy, @Nullable Integer version) {
    int wanted = version == null ? live(policy) : version;
    return desk.card(policy).versions().stream()
        .filter(each -> each.version() == wanted)
        .findFirst()
        .map(PolicyCard.Version::document)
        .orElseThrow(
            () -> ProblemException.notFound("%s: no version %d".formatted(policy, wanted)));
  }

  private int live(String policy) {
    Optional<Integer> live =
        lines().stream()
            .filter(line -> line.policy().equals(policy))
            .map(PolicyLine::live)
            .filter(Objects::nonNull)
            .findFirst();
    return live.orElseThrow(() -> ProblemException.notFound(policy + ": no version of it is live"));
  }

  private List<PolicyLine> lines() {
    return desk.list(policy -> 0);
  }

  @Override
  public int nextVersion(String policy) {
    return desk.card(policy).versions().stream()
            .mapToInt(PolicyCard.Version::version)
            .max()
            .orElse(0)
        + 1;
  }
}
