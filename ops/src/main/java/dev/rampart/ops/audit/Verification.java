package dev.rampart.ops.audit;

import java.util.List;

/**
 * Whether the audit is as it was written.
 *
 * @param entries entries of the chain
 * @param erasures confirmations of erasures, outside the chain
 * @param unsealed erasures that no entry of the chain seals yet: the next one will
 * @param broken where something was changed, taken out or put in, by place
 * @param forks how often two entries name the same one before them
 * @param head SHA-256 of the last entry, in hexadecimal: kept elsewhere, it shows later that the
 *     end was not cut off
 * @param verified whether nothing is broken and nothing forks
 */
public record Verification(
    long entries,
    long erasures,
    long unsealed,
    List<String> broken,
    long forks,
    String head,
    boolean verified) {
  public Verification {
    broken = List.copyOf(broken);
  }
}
