package dev.rampart.actions.document;

import dev.rampart.schemas.ActionKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step of the escalation ladder.
 *
 * @param strikes active strikes of the account from which the step holds, 0.1 or more
 * @param kind what is done to the account
 * @param duration how long; null for ever
 */
public record LadderStep(double strikes, ActionKind kind, @Nullable Duration duration) {}
