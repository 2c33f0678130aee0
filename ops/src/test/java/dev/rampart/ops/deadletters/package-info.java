@NullMarked
package dev.rampart.ops.deadletters;

import org.jspecify.annotations.NullMarked;
