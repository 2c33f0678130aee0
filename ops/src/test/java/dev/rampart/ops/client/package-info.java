@NullMarked
package dev.rampart.ops.client;

import org.jspecify.annotations.NullMarked;
