/** Tests of who may do what over HTTP. */
@NullMarked
package dev.rampart.ops.access;

import org.jspecify.annotations.NullMarked;
