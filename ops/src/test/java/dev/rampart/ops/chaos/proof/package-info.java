@NullMarked
package dev.rampart.ops.chaos.proof;

import org.jspecify.annotations.NullMarked;
