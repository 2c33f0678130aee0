/**
 * The contracts between Rampart and everybody else, as classes that Avro generates from {@code
 * src/main/avro}. The package exists so that a contract is written once, in the language that other
 * platforms read, and never by hand in Java.
 */
@NullMarked
package dev.rampart.schemas;

import org.jspecify.annotations.NullMarked;
