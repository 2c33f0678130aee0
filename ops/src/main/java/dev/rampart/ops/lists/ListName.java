package dev.rampart.ops.lists;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.ListedEntry;
import dev.rampart.topology.reputation.EntrySpelling;
import dev.rampart.topology.reputation.ListKind;
import dev.rampart.topology.reputation.ListedEntries;

/**
 * An entry of a list.
 *
 * @param list the list, its kind first: {@code domains/partner-feed}
 * @param entry in the spelling that is looked up
 */
public record ListName(String list, String entry) {
  /**
   * Reads what a person wrote.
   *
   * @throws CommandFailure where there is no such kind of list, or the entry cannot be one of it
   */
  public static ListName of(String list, String entry) {
    ListKind kind =
        ListKind.ofList(list)
            .orElseThrow(
                () ->
                    CommandFailure.wrongUsage(
                        "list: found %s, allowed is one of %s, and a source behind a slash"
                            .formatted(list, ListKind.allowed())));
    return EntrySpelling.of(kind, entry)
        .map(spelt -> new ListName(list, spelt))
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "entry: found %s, allowed is %s"
                        .formatted(entry, EntrySpelling.allowed(kind))));
  }

  /** The name of what lies on the topic. */
  public static ListName of(ListedEntry entry) {
    return new ListName(entry.getList(), entry.getEntry());
  }

  /** Key of its record. */
  public String key() {
    return ListedEntries.key(list, entry);
  }

  /** As the audit names it. */
  @Override
  public String toString() {
    return "list:" + key();
  }
}
