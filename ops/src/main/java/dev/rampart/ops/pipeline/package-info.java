/**
 * Brings the pipeline to life for the commands that run it: finds models, catalogue and policies,
 * loads them, and says everything that is wrong with them at once.
 */
@NullMarked
package dev.rampart.ops.pipeline;

import org.jspecify.annotations.NullMarked;
