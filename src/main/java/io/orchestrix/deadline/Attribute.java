package io.orchestrix.deadline;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a recurrence says something about. */
enum Attribute {
  SECOND("second", "0"),
  MINUTE("minute", "0"),
  HOUR("hour", "0"),
  DAY_OF_MONTH("dayOfMonth", "*"),
  MONTH("month", "*"),
  DAY_OF_WEEK("dayOfWeek", "*"),
  YEAR("year", "*"),
  TIMEZONE("timezone", "");

  private final String text;
  private final String byDefault;

  Attribute(String text, String byDefault) {
    this.text = text;
    this.byDefault = byDefault;
  }

  /** What it says where nothing is given. */
  String byDefault() {
    return byDefault;
  }

  /** The one that is written so, in whatever case. */
  static Optional<Attribute> of(String text) {
    return Arrays.stream(values()).filter(found -> found.text.equalsIgnoreCase(text)).findFirst();
  }

  /** All of them, for people. */
  static String all() {
    return Arrays.stream(values()).map(Attribute::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return text;
  }
}
