package dev.rampart.peers;

/**
 * A message as it travels between Flink's operators: public fields, as Flink's serialiser wants.
 */
public class Event {
  /** Account that wrote it. */
  public String account = "";

  /** The record's value. */
  public byte[] value = {};

  /** Where it was read. */
  public int partition;

  public long offset;

  /** Time of the record. */
  public long timestamp;

  /** Features of the account, once they are known. */
  public double[] features = {};

  /** Scores in the policies' order, once they are known. */
  public float[] scores = {};
}
