/**
 * The contracts as lines of JSON, for people and for files. The package exists so that an event
 * file, a log of decisions and the output of a command all spell a contract the same way, the way
 * that its Avro schema does: nothing here knows a field by name except the one whose content must
 * never be shown.
 */
@NullMarked
package dev.rampart.schemas.json;

import org.jspecify.annotations.NullMarked;
