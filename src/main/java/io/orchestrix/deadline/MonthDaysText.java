package io.orchestrix.deadline;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days of the month. */
final class MonthDaysText {

  private static final String WEEKDAY = String.join("|", Field.WEEKDAYS);
  private static final String DAY =
      "[0-9]{1,2}|-[1-7]|(?:1st|2nd|3rd|4th|5th|Last)\\s+(?:%s)|Last".formatted(WEEKDAY);
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*(%s)(?:\\s*-\\s*(%s))?\\s*".formatted(DAY, DAY), Pattern.CASE_INSENSITIVE);
  private static final int MOST = 31;

  private final String text;

  private MonthDaysText(String text) {
    this.text = text;
  }

  /**
   * @throws InvalidRecurrenceException if they cannot be read
   */
  static MonthDays parse(String text) {
    MonthDaysText reader = new MonthDaysText(text);
    List<MonthDays.Range> ranges = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      ranges.add(reader.range(item));
    }
    return new MonthDays(ranges);
  }

  private MonthDays.Range range(String item) {
    Matcher found = ITEM.matcher(item);
    if (!found.matches()) {
      throw wrong(item);
    }
    MonthDay from = day(found.group(1));
    return new MonthDays.Range(from, found.group(2) == null ? from : day(found.group(2)));
  }

  private MonthDay day(String written) {
    String day = written.toLowerCase(Locale.ROOT);
    if (day.equals("last")) {
      return new MonthDay.FromEnd(0);
    }
    if (day.startsWith("-")) {
      return new MonthDay.FromEnd(Integer.parseInt(day.substring(1)));
    }
    if (day.contains(" ")) {
      DayOfWeek weekday = weekday(day.substring(day.length() - 3));
      return day.startsWith("last")
          ? new MonthDay.LastWeekday(weekday)
          : new MonthDay.Nth(day.charAt(0) - '0', weekday);
    }
    int number = Integer.parseInt(day);
    if (number < 1 || number > MOST) {
      throw wrong(written);
    }
    return new MonthDay.Numbered(number);
  }

  private DayOfWeek weekday(String name) {
    return Weekdays.of(Field.DAY_OF_WEEK.parse(name).first());
  }

  private InvalidRecurrenceException wrong(String item) {
    return InvalidRecurrenceException.badValue(
        Attribute.DAY_OF_MONTH,
        text,
        item.isBlank() ? "a value is missing" : "'%s' is no day".formatted(item.strip()),
        "*, 1 to 31, Last, -1 to -7 for so many days before the last, 1st Sun to 5th Sat, Last Sun, a range as x-y, a list of those as x,y-z");
  }
}
