package io.orchestrix.deadline;

import java.time.LocalTime;
import java.util.NavigableSet;
import java.util.Optional;

/** Times of any day, at least one. Not changed after it was made. */
record TimesOfDay(
    NavigableSet<Integer> hours, NavigableSet<Integer> minutes, NavigableSet<Integer> seconds) {

  private static final int HOURS = 24;

  LocalTime first() {
    return LocalTime.of(hours.first(), minutes.first(), seconds.first());
  }

  /** The first one that is not before {@code from}; empty if all are. */
  Optional<LocalTime> from(LocalTime from) {
    int hour = from.getHour();
    int minute = from.getMinute();
    if (hours.contains(hour)) {
      Integer second = minutes.contains(minute) ? seconds.ceiling(from.getSecond()) : null;
      if (second != null) {
        return Optional.of(LocalTime.of(hour, minute, second));
      }
      Integer later = minutes.higher(minute);
      if (later != null) {
        return Optional.of(LocalTime.of(hour, later, seconds.first()));
      }
    }
    return Optional.ofNullable(hours.higher(hour))
        .map(later -> LocalTime.of(later, minutes.first(), seconds.first()));
  }

  boolean isEveryHour() {
    return hours.size() == HOURS;
  }
}
