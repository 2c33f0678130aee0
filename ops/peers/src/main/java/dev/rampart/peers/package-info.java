/**
 * Rampart's features, models, rules and ledger as an Apache Flink job, and the comparison of it
 * with Rampart and with a naive Kafka Streams pipeline. What all three share is the same code: what
 * differs is the engine around it.
 */
package dev.rampart.peers;
