package io.orchestrix.message.cloudevents;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps by RFC 3339, section 5.6. What {@code java.time} cannot hold becomes the same instant:
 * offsets beyond 18 hours become UTC, a leap second the second before it, and digits after
 * nanoseconds are cut off.
 */
final class Timestamps {

  private static final Pattern FORMAT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");

  private Timestamps() {}

  static Optional<String> flaw(String value) {
    return parse(value).isPresent()
        ? Optional.empty()
        : Optional.of("is no timestamp of RFC 3339 in the years 0000 to 9999");
  }

  static Optional<OffsetDateTime> parse(String value) {
    Matcher parts = FORMAT.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(time(parts)).filter(time -> isWritable(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime time(Matcher parts) {
    boolean leaps = parts.group(3).equals("60");
    LocalDateTime local =
        LocalDateTime.parse(
            parts.group(1) + "T" + parts.group(2) + ":" + (leaps ? "59" : parts.group(3)));
    OffsetDateTime time = OffsetDateTime.of(local.plusNanos(nanos(parts.group(4))), ZoneOffset.UTC);
    if (parts.group(5) != null) {
      time = shifted(time, parts.group(5).equals("-"), parts.group(6), parts.group(7));
    }
    if (leaps && !endsItsMonth(time.withOffsetSameInstant(ZoneOffset.UTC))) {
      throw new DateTimeException("no leap second is there");
    }
    return time;
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
  }

  private static OffsetDateTime shifted(
      OffsetDateTime local, boolean west, String hours, String minutes) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (hour > 23 || minute > 59) {
      throw new DateTimeException("no offset");
    }
    int seconds = (hour * 60 + minute) * (west ? -60 : 60);
    return Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
        ? local.withOffsetSameLocal(ZoneOffset.ofTotalSeconds(seconds))
        : local.minusSeconds(seconds);
  }

  private static boolean endsItsMonth(OffsetDateTime utc) {
    return utc.getHour() == 23
        && utc.getMinute() == 59
        && utc.getDayOfMonth() == utc.toLocalDate().lengthOfMonth();
  }

  private static boolean isWritable(OffsetDateTime time) {
    return time.getYear() >= 0 && time.getYear() <= 9999;
  }

  /** As RFC 3339 writes it, if its year has four digits. */
  static String format(OffsetDateTime time) {
    boolean wholeMinutes = time.getOffset().getTotalSeconds() % 60 == 0;
    OffsetDateTime written = wholeMinutes ? time : time.withOffsetSameInstant(ZoneOffset.UTC);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(written);
  }
}
