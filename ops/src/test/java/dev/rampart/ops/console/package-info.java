/**
 * The console in a real browser over a real instance. Run with {@code -Pbrowser}, on a machine that
 * has Chromium and its driver.
 */
@NullMarked
package dev.rampart.ops.console;

import org.jspecify.annotations.NullMarked;
