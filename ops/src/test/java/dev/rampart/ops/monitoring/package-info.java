/** What is watched from outside: dashboards, rules, runbooks and the list of metrics. */
@NullMarked
package dev.rampart.ops.monitoring;

import org.jspecify.annotations.NullMarked;
