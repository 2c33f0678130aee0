package dev.rampart.peers;

/** A decision as it is written. */
public class Outcome {
  public byte[] key = {};
  public byte[] decision = {};
  public long timestamp;
}
