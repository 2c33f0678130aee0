package dev.rampart.ops.broker;

/**
 * A listener of a broker that clients reach by a detour: the broker tells them another port than
 * the one that it listens on, where somebody passes their bytes on, late or not at all.
 *
 * @param name of the listener, upper case
 * @param port that the broker listens on
 * @param advertisedPort that clients are told
 */
public record Entrance(String name, int port, int advertisedPort) {}
