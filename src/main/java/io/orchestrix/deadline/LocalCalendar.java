package io.orchestrix.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.NavigableSet;
import java.util.Optional;

/** Dates and times without a time zone. Not changed after it was made. */
record LocalCalendar(
    NavigableSet<Integer> years, NavigableSet<Integer> months, Days days, TimesOfDay times) {

  /** The first one that is not before {@code from}, which is in whole seconds. */
  Optional<LocalDateTime> from(LocalDateTime from) {
    LocalDate date = from.toLocalDate();
    if (contains(date)) {
      Optional<LocalTime> time = times.from(from.toLocalTime());
      if (time.isPresent()) {
        return Optional.of(date.atTime(time.get()));
      }
    }
    return day(date.plusDays(1)).map(day -> day.atTime(times.first()));
  }

  private boolean contains(LocalDate date) {
    return years.contains(date.getYear())
        && months.contains(date.getMonthValue())
        && days.contains(date);
  }

  private Optional<LocalDate> day(LocalDate from) {
    LocalDate date = from;
    while (date.getYear() <= years.last()) {
      if (!years.contains(date.getYear())) {
        date = LocalDate.of(date.getYear() + 1, 1, 1);
      } else if (!months.contains(date.getMonthValue())) {
        date = date.plusMonths(1).withDayOfMonth(1);
      } else if (!days.contains(date)) {
        date = date.plusDays(1);
      } else {
        return Optional.of(date);
      }
    }
    return Optional.empty();
  }
}
