/** Folders that a command makes for itself and takes away again. */
@NullMarked
package dev.rampart.ops.files;

import org.jspecify.annotations.NullMarked;
