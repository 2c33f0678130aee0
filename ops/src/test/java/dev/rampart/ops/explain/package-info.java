@NullMarked
package dev.rampart.ops.explain;

import org.jspecify.annotations.NullMarked;
