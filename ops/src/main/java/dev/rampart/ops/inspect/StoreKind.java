package dev.rampart.ops.inspect;

/** How a store is spread over the instances. */
public enum StoreKind {
  /** Each partition lies with one instance, and its standbys. */
  PARTITIONED,
  /** All of it lies with every instance. */
  GLOBAL
}
