/**
 * Policies as people write them: YAML, read into data with every mistake of a file reported at
 * once, each with its line, its column, what was found and what is allowed. Rule text is carried as
 * it stands; the policy package compiles it.
 */
@NullMarked
package dev.rampart.actions.document;

import org.jspecify.annotations.NullMarked;
