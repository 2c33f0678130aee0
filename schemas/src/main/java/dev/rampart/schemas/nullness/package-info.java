/**
 * What the generated classes say about null. The package exists because Avro's compiler writes an
 * annotation in front of a qualified type name, where Java does not allow the type annotations of
 * JSpecify that the rest of Rampart uses.
 */
@NullMarked
package dev.rampart.schemas.nullness;

import org.jspecify.annotations.NullMarked;
