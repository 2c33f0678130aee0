/**
 * What needs another key than the account: copies of a text, joins of a guild, posters of a domain,
 * accounts behind a device. Enrich notes {@linkplain dev.rampart.topology.entities.Sighting
 * sightings} in memory and writes one record a target partition at each commit; a second
 * sub-topology keeps the entities and tells every instance of the few that are hot.
 */
@NullMarked
package dev.rampart.topology.entities;

import org.jspecify.annotations.NullMarked;
