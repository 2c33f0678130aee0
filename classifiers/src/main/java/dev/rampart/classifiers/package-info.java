@NullMarked
package dev.rampart.classifiers;

import org.jspecify.annotations.NullMarked;
