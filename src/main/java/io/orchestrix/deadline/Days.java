package io.orchestrix.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days by their place in the month, by their weekday, or by either of both. Immutable.
 *
 * @param ofMonth {@code null} where every one will do
 * @param ofWeek {@code null} where every one will do
 */
record Days(@Nullable MonthDays ofMonth, @Nullable Set<DayOfWeek> ofWeek) {

  /** Two ways to write that every one will do; Mon-Sun is none. */
  private static final Set<String> WILDCARDS = Set.of("*", "0-7");

  /**
   * @throws InvalidRecurrenceException if they cannot be read
   */
  static Days parse(String ofMonth, String ofWeek) {
    return new Days(
        ofMonth.equals("*") ? null : MonthDaysText.parse(ofMonth),
        WILDCARDS.contains(ofWeek) ? null : Weekdays.parse(ofWeek));
  }

  boolean contains(LocalDate date) {
    boolean isOfMonth = ofMonth != null && ofMonth.contains(date);
    if (ofWeek == null) {
      return ofMonth == null || isOfMonth;
    }
    return isOfMonth || ofWeek.contains(date.getDayOfWeek());
  }
}
