/** Promises about how waiting times are counted. */
@NullMarked
package dev.rampart.ops.bench.service;

import org.jspecify.annotations.NullMarked;
