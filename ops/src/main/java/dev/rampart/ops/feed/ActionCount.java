package dev.rampart.ops.feed;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;

/** How often a policy asked for a kind of action lately, by the time of the decision. */
public record ActionCount(
    String policy, ActionKind kind, PolicyMode mode, long lastMinute, long lastHour) {}
