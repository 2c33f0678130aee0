/**
 * The HTTP interface, version 1: thin resources that say path, permission and form of an answer,
 * over doers of other packages. {@code ops/openapi.yaml} is generated from them and checked in.
 */
@NullMarked
package dev.rampart.ops.api;

import org.jspecify.annotations.NullMarked;
