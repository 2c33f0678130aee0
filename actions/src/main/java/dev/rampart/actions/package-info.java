@NullMarked
package dev.rampart.actions;

import org.jspecify.annotations.NullMarked;
