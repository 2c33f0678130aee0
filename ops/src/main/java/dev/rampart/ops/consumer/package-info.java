/**
 * {@code actions}: what helps those who consume actions. A moderation service is held against a
 * script of all that can happen to it.
 */
@NullMarked
package dev.rampart.ops.consumer;

import org.jspecify.annotations.NullMarked;
