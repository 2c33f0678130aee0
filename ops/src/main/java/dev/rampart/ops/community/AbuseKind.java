package dev.rampart.ops.community;

/** What an event really is: the ground truth that the pipeline is measured against. */
public enum AbuseKind {
  /** Breaks no rule, however heated or repetitive it looks. */
  NONE,
  /** Insults, threatens or wishes harm. */
  TOXICITY,
  /** One of many near-identical messages from several accounts. */
  SPAM_WAVE,
  /** Lures to a fresh domain that imitates a brand. */
  SCAM_LINK,
  /** One harmless sentence, a little altered in every copy, from many new accounts. */
  COPY_WAVE,
  /** A link to a fresh domain in harmless talk, from several new accounts. */
  FRESH_DOMAIN,
  /** Calls dozens of users at once without a reason. */
  MASS_MENTION,
  /** A join or a message of a burst of fresh accounts that take over a guild. */
  RAID,
  /** One of dozens of messages within a minute or two from one account. */
  FLOOD,
  /** One of dozens of friend requests from one account. */
  FRIEND_REQUEST_SPAM
}
