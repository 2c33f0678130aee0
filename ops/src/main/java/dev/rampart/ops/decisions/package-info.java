/**
 * The decision log: every decision of the {@code decisions} topic as a row of Parquet files, each
 * once, whatever crashes; and questions to it in SQL and in the rule language. DuckDB does the
 * reading and writing; it may load nothing from elsewhere.
 */
@NullMarked
package dev.rampart.ops.decisions;

import org.jspecify.annotations.NullMarked;
