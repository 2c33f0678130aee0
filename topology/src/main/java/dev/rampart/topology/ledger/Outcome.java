package dev.rampart.topology.ledger;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import java.util.List;

/**
 * What leaves the topology for one event.
 *
 * @param decision everything that was known and decided
 * @param actions what moderation services have to do; no shadow actions, no reviews
 * @param reviews what people have to look at
 */
record Outcome(Decision decision, List<EnforcementAction> actions, List<ReviewItem> reviews) {}
