@NullMarked
package dev.rampart.ops.feed;

import org.jspecify.annotations.NullMarked;
