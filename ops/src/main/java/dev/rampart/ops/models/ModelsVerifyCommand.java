package dev.rampart.ops.models;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models verify}: would each model be served? */
@Command(
    name = "verify",
    description =
        "Loads every model as a start would: checksums, shapes, golden scores. Exit code 1 when one"
            + " is refused.")
public final class ModelsVerifyCommand extends RampartCommand {
  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  /** What verification found; no problems when the model is good. */
  record Verified(String model, String version, boolean good, List<String> problems) {
    String text() {
      String heading = "%-16s %-8s %s".formatted(model, version, good ? "good" : "refused");
      return problems.isEmpty()
          ? heading
          : heading + System.lineSeparator() + "  " + String.join("\n  ", problems);
    }
  }

  @Override
  protected ExitCode run(Output output) {
    ModelRepository repository = options.repository();
    List<Verified> verified = repository.list().stream().map(id -> verify(repository, id)).toList();
    output.result(
        verified,
        () ->
            verified.stream()
                .map(Verified::text)
                .collect(Collectors.joining(System.lineSeparator())));
    return verified.stream().allMatch(Verified::good) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Verified verify(ModelRepository repository, ModelId id) {
    try {
      repository.load(id).leases().release(1);
      return new Verified(id.name(), id.version(), true, List.of());
    } catch (ModelRefusedException refused) {
      return new Verified(
          id.name(),
          id.version(),
          false,
          refused.problems().stream().map(Object::toString).toList());
    }
  }
}
