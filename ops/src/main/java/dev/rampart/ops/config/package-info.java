/**
 * The configuration file of {@code run}: what may stand in it, and a reader that finds everything
 * that is wrong with a file in one go and says where.
 */
@NullMarked
package dev.rampart.ops.config;

import org.jspecify.annotations.NullMarked;
