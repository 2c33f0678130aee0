/**
 * The ops service of a running instance: Dropwizard, started from the program and not from
 * Dropwizard's own command line. Metrics and health are on the admin port; both ports listen on
 * loopback unless the configuration says otherwise.
 */
@NullMarked
package dev.rampart.ops.service;

import org.jspecify.annotations.NullMarked;
