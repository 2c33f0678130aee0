@NullMarked
package dev.rampart.ops;

import org.jspecify.annotations.NullMarked;
