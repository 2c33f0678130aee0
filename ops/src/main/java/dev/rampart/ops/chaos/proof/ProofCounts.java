package dev.rampart.ops.chaos.proof;

import java.util.HexFormat;

/** Adds up what the partitions found. Confined to one thread. */
final class ProofCounts {
  private long decisions;
  private long accounts;
  private long featureValues;
  private long ledgers;
  private long withoutInput;
  private long featuresDiffer;
  private long recordsDiffer;
  private long actionsDiffer;
  private long policiesDiffer;
  private long ledgersDiffer;
  private long historiesDiffer;
  private long checksum;

  /**
   * @param records what the store of features holds
   * @param stored what the store of ledgers holds
   */
  void add(PartitionProof proof, StoreContents records, StoreContents stored) {
    decisions += proof.decisions();
    withoutInput += proof.withoutInput();
    accounts += records.size();
    featureValues += proof.features().compared();
    featuresDiffer += proof.features().differ();
    recordsDiffer += records.differences(proof.features().records());
    ledgers += stored.size();
    actionsDiffer += proof.ledgers().actionsDiffer();
    policiesDiffer += proof.ledgers().policiesDiffer();
    ledgersDiffer += stored.differences(proof.ledgers().ledgers());
    historiesDiffer += proof.expected().differences(proof.decided());
    checksum += proof.expected().total();
  }

  ProofReport report(Deeds deeds) {
    return new ProofReport(
        decisions,
        accounts,
        featureValues,
        ledgers,
        deeds.subjects(),
        withoutInput,
        featuresDiffer,
        recordsDiffer,
        actionsDiffer,
        policiesDiffer,
        ledgersDiffer,
        historiesDiffer,
        deeds.differences(),
        HexFormat.of().toHexDigits(checksum + deeds.total()));
  }
}
