package dev.rampart.actions.policy;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Chooses the accounts for whom a canary acts: by a hash of policy and account, so that an account
 * stays in or out whatever happens to others, and a greater share only adds accounts.
 */
record CanaryShare(String policy, double share) {
  boolean includes(String accountId) {
    CRC32C crc = new CRC32C();
    crc.update((policy + '\n' + accountId).getBytes(StandardCharsets.UTF_8));
    long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
    return (mixed >>> 11) * 0x1.0p-53 < share;
  }
}
