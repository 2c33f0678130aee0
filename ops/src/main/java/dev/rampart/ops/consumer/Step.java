package dev.rampart.ops.consumer;

import dev.rampart.schemas.EnforcementAction;

/**
 * A step of the script.
 *
 * @param action what is sent
 * @param committed whether its transaction is committed
 */
record Step(EnforcementAction action, boolean committed) {}
