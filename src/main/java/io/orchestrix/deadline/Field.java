package io.orchestrix.deadline;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An attribute whose values are numbers.
 *
 * @param names of the numbers from {@code least} on, if they have any
 */
record Field(Attribute attribute, int least, int most, List<String> names) {

  static final List<String> WEEKDAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  static final Field SECOND = new Field(Attribute.SECOND, 0, 59, List.of());
  static final Field MINUTE = new Field(Attribute.MINUTE, 0, 59, List.of());
  static final Field HOUR = new Field(Attribute.HOUR, 0, 23, List.of());
  static final Field MONTH = new Field(Attribute.MONTH, 1, 12, MONTHS);

  /** Sunday is 0 and 7. */
  static final Field DAY_OF_WEEK = new Field(Attribute.DAY_OF_WEEK, 0, 7, WEEKDAYS);

  static final Field YEAR = new Field(Attribute.YEAR, 1970, 2199, List.of());

  /**
   * The numbers that a text stands for.
   *
   * @throws InvalidRecurrenceException if it stands for none
   */
  NavigableSet<Integer> parse(String text) {
    if (text.equals("*")) {
      return values(least, most, 1);
    }
    if (text.contains("/")) {
      return increments(text);
    }
    NavigableSet<Integer> values = new TreeSet<>();
    for (String item : text.split(",", -1)) {
      String[] ends = item.split("-", -1);
      if (ends.length > 2) {
        throw wrong(text, "'%s' is no value and no range".formatted(item.strip()));
      }
      addRange(number(ends[0], text), number(ends[ends.length - 1], text), text, values);
    }
    return values;
  }

  private void addRange(int from, int to, String text, NavigableSet<Integer> values) {
    if (from <= to) {
      values.addAll(values(from, to, 1));
    } else if (attribute == Attribute.YEAR) {
      throw wrong(text, "its range ends before it begins");
    } else {
      values.addAll(values(from, most, 1));
      values.addAll(values(least, to, 1));
    }
  }

  private NavigableSet<Integer> increments(String text) {
    String[] parts = text.split("/", -1);
    if (!hasIncrements() || parts.length != 2) {
      throw wrong(text, "an increment is not possible here");
    }
    int start = parts[0].strip().equals("*") ? least : number(parts[0], text);
    int step = number(parts[1], text);
    if (step == 0) {
      throw wrong(text, "an increment is at least 1");
    }
    return values(start, most, step);
  }

  private boolean hasIncrements() {
    return attribute.compareTo(Attribute.HOUR) <= 0;
  }

  private static NavigableSet<Integer> values(int from, int to, int step) {
    return IntStream.iterate(from, value -> value <= to, value -> value + step)
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  private int number(String item, String text) {
    String value = item.strip();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(value)) {
        return least + i;
      }
    }
    int number = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw wrong(
          text, value.isEmpty() ? "a value is missing" : "'%s' is no value".formatted(value));
    }
    return number;
  }

  private InvalidRecurrenceException wrong(String text, String why) {
    String named = names.isEmpty() ? "" : " or " + names.get(0) + " to " + names.get(last());
    return InvalidRecurrenceException.badValue(
        attribute,
        text,
        why,
        "*, %d to %d%s, a range as x-y, a list of those as x,y-z%s"
            .formatted(
                least, most, named, hasIncrements() ? ", or x/y for every yth from x on" : ""));
  }

  private int last() {
    return names.size() - 1;
  }
}
