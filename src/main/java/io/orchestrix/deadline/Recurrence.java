package io.orchestrix.deadline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something repeats, in the terms of the calendar-based schedule expressions of Jakarta
 * Enterprise Beans (4.0, 13.2.1). Immutable.
 *
 * <pre>{@code
 * Recurrence.parse("hour=3 minute=30 dayOfWeek=Mon-Fri timezone=Europe/Berlin");
 * Recurrence.parse("dayOfMonth=Last Fri hour=18");
 * Recurrence.parse("hour=* minute=0/15");
 * }</pre>
 *
 * <p>{@code second}, {@code minute} and {@code hour} are 0 unless they are given, {@code
 * dayOfMonth}, {@code month}, {@code dayOfWeek} and {@code year} are {@code *}. Where both {@code
 * dayOfMonth} and {@code dayOfWeek} are given, a day of either will do. Without {@code timezone} it
 * is that of the JVM that reads the text; {@link #toString} names it.
 *
 * <p>When clocks are put forward, what falls into the time that is left out comes once, at that
 * moment. When they are put back, a time that comes twice counts the first time. With {@code
 * hour=*} it is otherwise, so that it goes on evenly: what is left out does not come, and what
 * comes twice counts both times.
 */
public final class Recurrence {

  /** No shift of a clock is longer. */
  private static final int LONGEST_SHIFT_DAYS = 2;

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-02T00:00:00Z");

  private final String text;
  private final ZoneId zone;
  private final LocalCalendar calendar;

  private Recurrence(RecurrenceText text) {
    this.zone = text.zone();
    this.calendar = text.calendar();
    this.text = text.in(zone);
  }

  /**
   * Reads what {@link #toString} writes, and what people do: attributes with blanks between them,
   * in any order and case.
   *
   * @throws InvalidRecurrenceException if it says nothing, or something that is not possible
   */
  public static Recurrence parse(String text) {
    return new Recurrence(RecurrenceText.of(text));
  }

  /** The first time after {@code after}; empty if there is none before the year 2200. */
  public Optional<Instant> next(Instant after) {
    if (after.isAfter(LAST)) {
      return Optional.empty();
    }
    Instant before = after.isBefore(FIRST) ? FIRST.minusSeconds(1) : after;
    ZoneRules rules = zone.getRules();
    return search(
        rules,
        before,
        LocalDateTime.ofInstant(
            before.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), rules.getOffset(before)),
        rules.previousTransition(before.plusNanos(1)));
  }

  /**
   * Goes from one change of the offset to the next one.
   *
   * @param before from which time on the offset is that of then
   * @param from the first local time that counts
   * @param last the change before that
   */
  private Optional<Instant> search(
      ZoneRules rules, Instant before, LocalDateTime from, @Nullable ZoneOffsetTransition last) {
    ZoneOffset offset = rules.getOffset(before);
    Optional<LocalDateTime> found = calendar.from(unrepeated(from, last));
    ZoneOffsetTransition change = rules.nextTransition(before);
    if (found.isEmpty() || change == null || found.get().isBefore(change.getDateTimeBefore())) {
      return found.map(time -> time.toInstant(offset));
    }
    if (change.isGap()
        && !calendar.times().isEveryHour()
        && found.get().isBefore(change.getDateTimeAfter())) {
      return Optional.of(change.getInstant());
    }
    Instant near = found.get().minusDays(LONGEST_SHIFT_DAYS).toInstant(offset);
    return near.isAfter(change.getInstant())
        ? next(near)
        : search(rules, change.getInstant(), change.getDateTimeAfter(), change);
  }

  /** Without the local times that have come before the clocks were put back. */
  private LocalDateTime unrepeated(LocalDateTime from, @Nullable ZoneOffsetTransition last) {
    if (last == null || last.isGap() || calendar.times().isEveryHour()) {
      return from;
    }
    LocalDateTime ended = last.getDateTimeBefore();
    return from.isBefore(ended) ? ended : from;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recurrence same && text.equals(same.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** All that was given, with the time zone; {@link #parse} reads it. */
  @Override
  public String toString() {
    return text;
  }
}
