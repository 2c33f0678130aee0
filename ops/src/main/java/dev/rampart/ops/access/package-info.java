/**
 * Who may do what over HTTP, decided on the server for every call: bearer tokens become a {@link
 * dev.rampart.ops.access.Principal} with one role, an endpoint names the permission that it needs,
 * and an endpoint that names none is refused. Without a configured token nobody gets in.
 */
@NullMarked
package dev.rampart.ops.access;

import org.jspecify.annotations.NullMarked;
