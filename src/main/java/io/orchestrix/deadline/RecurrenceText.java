package io.orchestrix.deadline;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is written of a recurrence, attribute by attribute. */
record RecurrenceText(Map<Attribute, String> given) {

  private static final Pattern NAME = Pattern.compile("([A-Za-z]+)\\s*=");

  RecurrenceText {
    given = new EnumMap<>(given);
  }

  /**
   * @throws InvalidRecurrenceException if it is no sequence of known attributes
   */
  static RecurrenceText of(String text) {
    Map<Attribute, String> given = new EnumMap<>(Attribute.class);
    Matcher name = NAME.matcher(text);
    int end = 0;
    boolean isFound = name.find();
    if (!isFound || !text.substring(0, name.start()).isBlank()) {
      throw InvalidRecurrenceException.badText(text, "does not begin with an attribute");
    }
    while (isFound) {
      String written = name.group(1);
      int begin = name.end();
      isFound = name.find();
      end = isFound ? name.start() : text.length();
      Attribute attribute =
          Attribute.of(written)
              .orElseThrow(
                  () ->
                      InvalidRecurrenceException.badText(
                          text, "has '%s', which is no attribute".formatted(written)));
      if (given.put(attribute, text.substring(begin, end).strip().replaceAll("\\s+", " "))
          != null) {
        throw InvalidRecurrenceException.badText(
            text, "has the attribute %s twice".formatted(attribute));
      }
    }
    return new RecurrenceText(given);
  }

  /** What applies. */
  String of(Attribute attribute) {
    return given.getOrDefault(attribute, attribute.byDefault());
  }

  /** The time zone; that of this JVM if none is given. */
  ZoneId zone() {
    String zone = of(Attribute.TIMEZONE);
    try {
      return given.containsKey(Attribute.TIMEZONE) ? ZoneId.of(zone) : ZoneId.systemDefault();
    } catch (DateTimeException e) {
      throw InvalidRecurrenceException.badZone(zone, e);
    }
  }

  LocalCalendar calendar() {
    return new LocalCalendar(
        Field.YEAR.parse(of(Attribute.YEAR)),
        Field.MONTH.parse(of(Attribute.MONTH)),
        Days.parse(of(Attribute.DAY_OF_MONTH), of(Attribute.DAY_OF_WEEK)),
        new TimesOfDay(
            Field.HOUR.parse(of(Attribute.HOUR)),
            Field.MINUTE.parse(of(Attribute.MINUTE)),
            Field.SECOND.parse(of(Attribute.SECOND))));
  }

  /** The same, in any time zone that a JVM is in. */
  String in(ZoneId zone) {
    Map<Attribute, String> all = new EnumMap<>(given);
    all.put(Attribute.TIMEZONE, zone.getId());
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
