/** What the documents tell people to type, held against the program. */
@NullMarked
package dev.rampart.ops.documents;

import org.jspecify.annotations.NullMarked;
