package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.subscription.HandlesEvent;

/** A saga that only counts how often it is reminded. */
@Saga("reminder")
class Reminders {

  record Asked(String id) implements Event {}

  record Times(String id, int times) {}

  @StartsOn
  @Correlate("id")
  Times start(@HandlesEvent Asked e) {
    return new Times(e.id(), 0);
  }

  @OnDeadline
  Times due(Times times) {
    return new Times(times.id(), times.times() + 1);
  }
}
