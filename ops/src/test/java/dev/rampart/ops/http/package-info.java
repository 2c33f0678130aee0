/** Tests of what every answer over HTTP shares. */
@NullMarked
package dev.rampart.ops.http;

import org.jspecify.annotations.NullMarked;
