package dev.rampart.ops.bench.hostile;

import dev.rampart.ops.bench.hostile.Neighbours.Times;
import java.util.List;

/**
 * What was measured.
 *
 * @param machine date, processor and Java
 * @param attacks each with what the others saw of it
 * @param crowds memory as ever more accounts write their first message
 * @param missing messages that neither were decided nor became dead letters; must be 0
 */
public record HostileTable(String machine, List<Row> attacks, List<Crowded> crowds, long missing) {
  public HostileTable {
    attacks = List.copyOf(attacks);
    crowds = List.copyOf(crowds);
  }

  /**
   * One attack.
   *
   * @param elsewhere accounts of other partitions than the attacker's
   * @param beside accounts of its partition
   * @param letters its messages that became dead letters
   */
  public record Row(String attack, Times elsewhere, Times beside, Times attacker, long letters) {}

  /**
   * The process after so many accounts.
   *
   * @param perSecond accounts a second since the row before
   * @param heapBytes of the heap in use after a collection
   * @param residentBytes memory of the process, broker and generator included
   */
  public record Crowded(int accounts, double perSecond, long heapBytes, long residentBytes) {}

  /** The same for people. */
  public String text() {
    StringBuilder text = new StringBuilder(machine);
    text.append(
        "\nmilliseconds from append to readable decision, of accounts in other partitions than the"
            + " attacker's | in its partition | its own\n");
    for (Row row : attacks) {
      text.append(
          "%-22s p50 %d p99 %d max %d | p50 %d p99 %d max %d | p50 %d p99 %d max %d; dead letters %d\n"
              .formatted(
                  row.attack(),
                  row.elsewhere().p50(),
                  row.elsewhere().p99(),
                  row.elsewhere().most(),
                  row.beside().p50(),
                  row.beside().p99(),
                  row.beside().most(),
                  row.attacker().p50(),
                  row.attacker().p99(),
                  row.attacker().most(),
                  row.letters()));
    }
    for (Crowded row : crowds) {
      text.append(
          "%,12d accounts: %,.0f a second, heap %,d MiB, process %,d MiB\n"
              .formatted(
                  row.accounts(),
                  row.perSecond(),
                  row.heapBytes() >> 20,
                  row.residentBytes() >> 20));
    }
    return text.append("missing %d".formatted(missing)).toString();
  }
}
