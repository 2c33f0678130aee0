/**
 * The newest committed decisions of the whole installation, in memory: what the console lists, what
 * an explanation starts from, and what the synchronous door waits for. One thread reads the topic
 * {@code decisions}; nothing here touches the stream threads.
 */
@NullMarked
package dev.rampart.ops.feed;

import org.jspecify.annotations.NullMarked;
