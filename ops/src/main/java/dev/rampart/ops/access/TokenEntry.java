package dev.rampart.ops.access;

/**
 * A token that is let in.
 *
 * @param name of the one whom it stands for
 * @param role of that one
 * @param sha256 SHA-256 of the token, 64 hexadecimal digits in lower case; the token itself is kept
 *     nowhere
 */
public record TokenEntry(String name, Role role, String sha256) {}
