@NullMarked
package dev.rampart.ops.inspect;

import org.jspecify.annotations.NullMarked;
