/**
 * Reputation lists: domains, shorteners, disposable mail, hashes and keywords that are known to be
 * bad or merely telling, each with the times at which it was listed and de-listed. They exist so
 * that what others have found out counts from the moment at which they had found it out, in a
 * replay as in the stream: an event sees exactly the listings of its own time.
 */
@NullMarked
package dev.rampart.topology.reputation;

import org.jspecify.annotations.NullMarked;
