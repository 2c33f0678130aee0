package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunitySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Texts of the made-up community, the same in every run. */
final class Messages {
  private Messages() {}

  static List<ScoringRequest> of(int count) {
    Community community = new Community(new CommunitySettings(1, 2 * count, Instant.EPOCH));
    List<ScoringRequest> messages = new ArrayList<>();
    while (messages.size() < count && community.hasNext()) {
      if (community.next() instanceof CommunityEvent.Message message
          && !message.record().getContent().isEmpty()) {
        messages.add(ScoringRequest.ofText(message.record().getContent(), message.accountId()));
      }
    }
    return messages;
  }
}
