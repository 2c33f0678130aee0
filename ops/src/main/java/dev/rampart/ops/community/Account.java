package dev.rampart.ops.community;

/**
 * An account on the platform.
 *
 * @param id the platform's id
 * @param createdAt when it was made, in milliseconds since the epoch
 * @param home the guild that it mostly writes in
 * @param device salted hash of its device
 * @param ip salted hash of its address
 * @param locale BCP 47 tag of its client
 */
record Account(String id, long createdAt, Guild home, String device, String ip, String locale) {}
