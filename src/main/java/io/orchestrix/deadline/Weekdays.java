package io.orchestrix.deadline;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** Days of the week. */
final class Weekdays {

  private Weekdays() {}

  /** Sunday is 0 and 7. */
  static DayOfWeek of(int number) {
    return number == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number);
  }

  /**
   * @throws InvalidRecurrenceException if they cannot be read
   */
  static Set<DayOfWeek> parse(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Field.DAY_OF_WEEK.parse(text).forEach(number -> days.add(of(number)));
    return days;
  }
}
