package dev.rampart.classifiers.runtime;

import dev.rampart.classifiers.onnx.LinearTable;
import dev.rampart.classifiers.text.RowIndex;
import java.util.BitSet;
import java.util.List;

/**
 * A linear text model in numbers: which of the hash spec's row numbers it kept, and their weights.
 *
 * @param rows that it kept
 * @param table weights, on the grid on which sums do not depend on their order
 */
public record LinearModel(RowIndex rows, LinearTable table) {
  /**
   * One model with the labels of all, one after another: the table has a row for every row number
   * that any of them kept, with zeros for those that did not.
   */
  static LinearModel of(List<LinearModel> members) {
    int buckets = members.get(0).rows().buckets();
    BitSet kept = new BitSet(buckets);
    int labels = 0;
    for (LinearModel member : members) {
      labels += member.table().labels();
      for (int id = 1; id < buckets; id++) {
        if (member.rows().row(id) > 0) {
          kept.set(id);
        }
      }
    }
    LinearTable table =
        new LinearTable(labels, new float[(kept.cardinality() + 1) * labels], new float[labels]);
    LinearModel all = new LinearModel(RowIndex.of(kept, buckets), table);
    int first = 0;
    for (LinearModel member : members) {
      all.copy(member, first);
      first += member.table().labels();
    }
    return all;
  }

  private void copy(LinearModel member, int first) {
    int own = member.table().labels();
    System.arraycopy(member.table().bias(), 0, table.bias(), first, own);
    for (int id = 1; id < rows.buckets(); id++) {
      int row = member.rows().row(id);
      if (row > 0) {
        int to = rows.row(id) * table.labels() + first;
        System.arraycopy(member.table().weights(), row * own, table.weights(), to, own);
      }
    }
  }
}
