package io.orchestrix.deadline;

import java.time.DayOfWeek;
import java.time.YearMonth;

/** A day of any month. */
sealed interface MonthDay {

  /** Which day of a month it is; there may be no such day in it. */
  int in(YearMonth month);

  /** The 15th. */
  record Numbered(int day) implements MonthDay {
    @Override
    public int in(YearMonth month) {
      return day;
    }
  }

  /** So many days before the last one. */
  record FromEnd(int back) implements MonthDay {
    @Override
    public int in(YearMonth month) {
      return month.lengthOfMonth() - back;
    }
  }

  /** The 2nd Tuesday. */
  record Nth(int nth, DayOfWeek weekday) implements MonthDay {
    @Override
    public int in(YearMonth month) {
      int first = month.atDay(1).getDayOfWeek().getValue();
      return 1 + Math.floorMod(weekday.getValue() - first, 7) + 7 * (nth - 1);
    }
  }

  /** The last Friday. */
  record LastWeekday(DayOfWeek weekday) implements MonthDay {
    @Override
    public int in(YearMonth month) {
      int last = month.atEndOfMonth().getDayOfWeek().getValue();
      return month.lengthOfMonth() - Math.floorMod(last - weekday.getValue(), 7);
    }
  }
}
