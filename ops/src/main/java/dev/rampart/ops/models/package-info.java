/** {@code models}: the model repository from the command line. */
@NullMarked
package dev.rampart.ops.models;

import org.jspecify.annotations.NullMarked;
