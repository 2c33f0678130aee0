package dev.rampart.ops.studio;

import dev.rampart.actions.document.PolicyDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies of the installation, as the studio needs them. Asked by one thread at a time. */
public interface LivePolicies {
  /** The policies that are live. */
  List<PolicyDocument> documents();

  /**
   * The text of a version.
   *
   * @param version null for the live one
   * @throws dev.rampart.ops.http.ProblemException 404, where there is none
   */
  String text(String policy, @Nullable Integer version);

  /** The next free version of a policy. */
  int nextVersion(String policy);
}
