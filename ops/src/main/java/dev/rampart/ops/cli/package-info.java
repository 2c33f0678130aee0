/**
 * What every command shares: the common options, the two output streams, exit codes, and one place
 * where a failure becomes a message. Commands themselves live beside the feature that they serve.
 */
@NullMarked
package dev.rampart.ops.cli;

import org.jspecify.annotations.NullMarked;
