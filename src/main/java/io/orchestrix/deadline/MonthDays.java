package io.orchestrix.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Days of any month. Immutable. */
record MonthDays(List<Range> ranges) {

  /** From one day to another, perhaps over the end of the month. */
  record Range(MonthDay from, MonthDay to) {

    boolean contains(YearMonth month, int day) {
      int first = from.in(month);
      int last = to.in(month);
      if (first <= last) {
        return first <= day && day <= last;
      }
      return !isEmpty() && (day >= first || day <= last);
    }

    /** The 30th to the last one: there are none in February. */
    private boolean isEmpty() {
      return from instanceof MonthDay.Numbered && to instanceof MonthDay.FromEnd;
    }
  }

  MonthDays {
    ranges = List.copyOf(ranges);
  }

  boolean contains(LocalDate date) {
    YearMonth month = YearMonth.from(date);
    return ranges.stream().anyMatch(range -> range.contains(month, date.getDayOfMonth()));
  }
}
