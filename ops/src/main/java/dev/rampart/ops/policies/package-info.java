/**
 * {@code policies}: the life of a policy from the command line. Every change is an entry in the
 * audit first and a record on the {@code policies} or {@code control} topic second; the instances
 * that run pick it up by themselves.
 */
@NullMarked
package dev.rampart.ops.policies;

import org.jspecify.annotations.NullMarked;
