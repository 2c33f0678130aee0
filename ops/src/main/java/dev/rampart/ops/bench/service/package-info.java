/** How long callers of the service wait while the pipeline works at half of what it can do. */
@NullMarked
package dev.rampart.ops.bench.service;

import org.jspecify.annotations.NullMarked;
