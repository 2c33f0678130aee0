@NullMarked
package dev.rampart.topology;

import org.jspecify.annotations.NullMarked;
