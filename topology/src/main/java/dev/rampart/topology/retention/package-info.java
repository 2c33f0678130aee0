/**
 * How long the stores keep an account: records of accounts that have been silent for longer than
 * the configured time are deleted, a few at a time. It exists so that state stays as large as the
 * community that is alive, and so that nothing about a person is kept for ever by default.
 */
@NullMarked
package dev.rampart.topology.retention;

import org.jspecify.annotations.NullMarked;
