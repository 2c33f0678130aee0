package dev.rampart.topology.classify;

import dev.rampart.classifiers.Priority;
import dev.rampart.schemas.MessageEvent;

/**
 * Which messages are scored before others when they have to wait: those that one person sends to
 * another, whom nobody else can protect. The order of results stays that of the input.
 */
final class Urgency {
  private Urgency() {}

  static Priority of(MessageEvent message) {
    return message.getRecipientId() == null ? Priority.NORMAL : Priority.HIGH;
  }
}
