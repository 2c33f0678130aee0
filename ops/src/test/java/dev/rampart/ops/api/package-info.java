/** Tests of the HTTP interface, over a broker and a pipeline that are real. */
@NullMarked
package dev.rampart.ops.api;

import org.jspecify.annotations.NullMarked;
