/**
 * The Java client of the HTTP interface, and what the commands that use it share. What a call is
 * about lies beside the command that makes it; here is only how calls are made.
 */
@NullMarked
package dev.rampart.ops.client;

import org.jspecify.annotations.NullMarked;
