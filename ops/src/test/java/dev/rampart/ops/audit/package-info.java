/** Tests of the audit, on a real broker. */
@NullMarked
package dev.rampart.ops.audit;

import org.jspecify.annotations.NullMarked;
