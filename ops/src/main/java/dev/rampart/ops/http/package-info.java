/**
 * What every answer over HTTP shares, whatever it is about: problems instead of stack traces, pages
 * instead of endless lists, one form of JSON, and headers that keep a browser from doing what
 * nobody asked of it. Knows nothing of the pipeline.
 */
@NullMarked
package dev.rampart.ops.http;

import org.jspecify.annotations.NullMarked;
