@NullMarked
package dev.rampart.ops.chaos.network;

import org.jspecify.annotations.NullMarked;
