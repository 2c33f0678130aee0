package dev.rampart.ops.chaos.proof;

/**
 * What the proof found. Every count but the first five of things looked at has to be 0.
 *
 * @param decisions decisions that were held against the input, those of findings included
 * @param accounts accounts that have a record
 * @param featureValues values of own-account features that were worked out again
 * @param ledgers ledgers in the changelog of the ledger store
 * @param subjects subjects that something was done to
 * @param withoutInput decisions whose event the input does not have
 * @param featuresDiffer values that were served and come out otherwise
 * @param recordsDiffer accounts whose stored features are not those of the oracle, byte for byte
 * @param actionsDiffer decisions whose actions are not those of the oracle
 * @param policiesDiffer decisions with other policies in force than the policies topic says
 * @param ledgersDiffer accounts whose stored ledger is not the oracle's, byte for byte
 * @param historiesDiffer accounts whose decisions are not their events, in the same order
 * @param deedsDiffer subjects whose actions were not sent as they were decided, in the same order
 * @param checksum of all histories and deeds, as they should be
 */
public record ProofReport(
    long decisions,
    long accounts,
    long featureValues,
    long ledgers,
    long subjects,
    long withoutInput,
    long featuresDiffer,
    long recordsDiffer,
    long actionsDiffer,
    long policiesDiffer,
    long ledgersDiffer,
    long historiesDiffer,
    long deedsDiffer,
    String checksum) {
  /** Whether everything is as the oracle says. */
  public boolean holds() {
    return withoutInput
            + featuresDiffer
            + recordsDiffer
            + actionsDiffer
            + policiesDiffer
            + ledgersDiffer
            + historiesDiffer
            + deedsDiffer
        == 0;
  }
}
