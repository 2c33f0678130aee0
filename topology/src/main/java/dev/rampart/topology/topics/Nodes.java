package dev.rampart.topology.topics;

/**
 * Names of the topology's nodes and stores. A store's name is part of its changelog topic: renaming
 * one loses its state, which is why a test holds all of them against a checked-in text.
 */
public final class Nodes {
  public static final String MESSAGES = "messages";
  public static final String USERS = "users";
  public static final String FEEDBACK = "feedback";
  public static final String FINDINGS = "findings";
  public static final String INGEST = "ingest";
  public static final String ENRICH = "enrich";
  public static final String CLASSIFY = "classify";
  public static final String DECIDE = "decide";
  public static final String LEDGER = "ledger";
  public static final String DECISIONS = "decisions";
  public static final String MESSAGE_ACTIONS = "actions.messages";
  public static final String USER_ACTIONS = "actions.users";
  public static final String REVIEW = "review";
  public static final String AUDIT = "audit";
  public static final String DEAD_LETTERS = "dead-letters";

  public static final String POLICIES = "policies";
  public static final String POLICY_TABLE = "policy-table";

  /** Global store: the newest record of every policy version. */
  public static final String POLICY_VERSIONS = "policy-versions";

  public static final String LISTS = "lists";
  public static final String LIST_TABLE = "list-table";

  /** Global store: the newest record of every entry of a reputation list. */
  public static final String LISTED_ENTRIES = "listed-entries";

  public static final String SIGHTINGS = "sightings";
  public static final String SIGHTED = "sighted";
  public static final String ENTITIES = "entities";
  public static final String FOUND = "found";
  public static final String CONTROL = "control";
  public static final String CONTROL_SOURCE = "control-source";
  public static final String CONTROL_TABLE = "control-table";

  /** Store of every instance: the facts of the topic {@code control}. */
  public static final String CONTROL_FACTS = "control-facts";

  /** Store: one packed record of features an account. */
  public static final String ACCOUNT_FEATURES = "account-features";

  /** Store without content: the seam between batches in flight and commits. */
  public static final String COMMIT_BARRIER = "commit-barrier";

  /** Store without content: the sightings that are written at the head of a commit. */
  public static final String SIGHTING_BARRIER = "sighting-barrier";

  /** Store: one packed record of features an entity other than an account. */
  public static final String ENTITY_FEATURES = "entity-features";

  /** Store: strikes and recent actions of an account. */
  public static final String ACCOUNT_LEDGER = "account-ledger";

  private Nodes() {}
}
