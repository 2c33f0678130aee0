@NullMarked
package dev.rampart.ops.upgrade;

import org.jspecify.annotations.NullMarked;
