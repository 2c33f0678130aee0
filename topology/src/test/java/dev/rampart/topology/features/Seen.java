package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;

/** An event of a random stream, with the newest event time of its entity when it arrived. */
record Seen(int place, long time, long newest, boolean message, long links, String text) {

  FakeEvent event() {
    FakeEvent event =
        message
            ? FakeEvent.message("e" + place, time)
            : FakeEvent.user("e" + place, time, "JOIN_GUILD");
    return event
        .with(EventField.LINK_COUNT, links)
        .with(EventField.CHANNEL_ID, text)
        .with(EventField.CONTENT, text.isEmpty() ? "" : "Text " + text.charAt(0) + "!");
  }

  boolean late() {
    return time < newest;
  }
}
