package dev.rampart.ops.demo;

import static java.util.Map.entry;

import dev.rampart.ops.community.AbuseKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which planted abuse each shipped policy is meant to find. */
final class Targets {
  private Targets() {}

  static Map<String, Set<AbuseKind>> ofShippedPolicies() {
    return Map.ofEntries(
        entry("toxicity", EnumSet.of(AbuseKind.TOXICITY)),
        entry("spam", EnumSet.of(AbuseKind.SPAM_WAVE, AbuseKind.SCAM_LINK)),
        entry("new-account-links", EnumSet.of(AbuseKind.SPAM_WAVE, AbuseKind.SCAM_LINK)),
        entry("scam", EnumSet.of(AbuseKind.SCAM_LINK)),
        entry("copy-paste", EnumSet.of(AbuseKind.COPY_WAVE, AbuseKind.SPAM_WAVE)),
        entry(
            "fresh-domain",
            EnumSet.of(AbuseKind.FRESH_DOMAIN, AbuseKind.SCAM_LINK, AbuseKind.SPAM_WAVE)),
        entry("mass-mention", EnumSet.of(AbuseKind.MASS_MENTION)),
        entry("raid", EnumSet.of(AbuseKind.RAID)),
        entry("flood", EnumSet.of(AbuseKind.FLOOD)),
        entry(
            "account-risk",
            EnumSet.of(
                AbuseKind.SPAM_WAVE,
                AbuseKind.SCAM_LINK,
                AbuseKind.COPY_WAVE,
                AbuseKind.FRESH_DOMAIN,
                AbuseKind.MASS_MENTION,
                AbuseKind.RAID,
                AbuseKind.FLOOD)),
        entry("friend-requests", EnumSet.of(AbuseKind.FRIEND_REQUEST_SPAM)));
  }
}
