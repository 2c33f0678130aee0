@NullMarked
package dev.rampart.schemas;

import org.jspecify.annotations.NullMarked;
