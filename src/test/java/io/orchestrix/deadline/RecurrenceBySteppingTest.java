package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares with whoever looks at every minute, with rules that are made beside the texts. */
class RecurrenceBySteppingTest {

  private static final int CASES = 200;
  private static final int DAYS = 45;

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe", // half an hour
          "Asia/Kathmandu",
          "Pacific/Apia");

  private static final List<String> STARTS =
      List.of(
          "2026-03-01T00:00",
          "2026-10-01T00:00",
          "2024-02-10T00:00",
          "2011-12-01T00:00", // Apia has no 30th
          "2026-07-20T11:11");

  /** A text, and what it means. */
  private record Part(String text, Predicate<LocalDateTime> rule, boolean isAll) {}

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void next_is_what_stepping_finds() {
    for (int i = 0; i < CASES; i++) {
      compare();
    }
  }

  private void compare() {
    ZoneId zone = ZoneId.of(any(ZONES));
    LocalDateTime start = LocalDateTime.parse(any(STARTS));
    Part minute = numbers("minute", 0, 59, true, LocalDateTime::getMinute);
    Part hour = numbers("hour", 0, 23, true, LocalDateTime::getHour);
    Part month = numbers("month", 1, 12, false, LocalDateTime::getMonthValue);
    Part ofMonth = monthDays();
    Part ofWeek = numbers("dayOfWeek", 0, 6, false, time -> time.getDayOfWeek().getValue() % 7);
    Predicate<LocalDateTime> days =
        ofMonth.isAll()
            ? ofWeek.rule()
            : ofWeek.text().endsWith("*") ? ofMonth.rule() : ofMonth.rule().or(ofWeek.rule());
    Predicate<LocalDateTime> all = minute.rule().and(hour.rule()).and(month.rule()).and(days);
    String text =
        "%s %s %s %s %s timezone=%s"
            .formatted(
                minute.text(), hour.text(), month.text(), ofMonth.text(), ofWeek.text(), zone);
    NavigableSet<Instant> expected = step(start, zone, all, hour.isAll());
    Instant end = start.plusDays(DAYS - 3).atZone(zone).toInstant();
    Recurrence recurrence = Recurrence.parse(text);
    for (int i = 0; i < 60; i++) {
      Instant after =
          start.atZone(zone).toInstant().plusSeconds(random.nextInt((DAYS - 3) * 24 * 3600));
      Instant next = expected.higher(after);
      Instant found = recurrence.next(after).orElse(Instant.MAX);
      if (next != null && next.isBefore(end)) {
        assertThat(found).as("seed %d: %s after %s", seed, text, after).isEqualTo(next);
      } else {
        assertThat(found).as("seed %d: %s after %s", seed, text, after).isAfterOrEqualTo(end);
      }
    }
  }

  private static NavigableSet<Instant> step(
      LocalDateTime start, ZoneId zone, Predicate<LocalDateTime> rule, boolean isEveryHour) {
    NavigableSet<Instant> times = new TreeSet<>();
    LocalDateTime end = start.plusDays(DAYS);
    for (LocalDateTime time = start.minusDays(2); time.isBefore(end); time = time.plusMinutes(1)) {
      if (rule.test(time)) {
        add(time, zone, isEveryHour, times);
      }
    }
    return times;
  }

  private static void add(
      LocalDateTime time, ZoneId zone, boolean isEveryHour, NavigableSet<Instant> times) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (offsets.isEmpty()) {
      if (!isEveryHour) {
        times.add(change.getInstant());
      }
      return;
    }
    times.add(time.toInstant(offsets.get(0)));
    if (isEveryHour) {
      offsets.forEach(offset -> times.add(time.toInstant(offset)));
    }
  }

  private Part numbers(
      String name,
      int least,
      int most,
      boolean steps,
      java.util.function.ToIntFunction<LocalDateTime> of) {
    switch (random.nextInt(steps ? 4 : 3)) {
      case 0 -> {
        return new Part(name + "=*", time -> true, true);
      }
      case 1 -> {
        List<Integer> list =
            IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> between(least, most)).toList();
        String text = list.stream().map(String::valueOf).collect(Collectors.joining(","));
        return new Part(
            name + "=" + text,
            time -> list.contains(of.applyAsInt(time)),
            list.stream().distinct().count() == most - least + 1);
      }
      case 2 -> {
        int from = between(least, most);
        int to = between(least, most);
        Predicate<LocalDateTime> rule =
            time -> {
              int value = of.applyAsInt(time);
              return from <= to ? from <= value && value <= to : value >= from || value <= to;
            };
        boolean isAll = from <= to ? to - from == most - least : from - to == 1;
        return new Part(name + "=" + from + "-" + to, rule, isAll);
      }
      default -> {
        int from = between(least, most);
        int step = between(1, most);
        return new Part(
            name + "=" + from + "/" + step,
            time -> of.applyAsInt(time) >= from && (of.applyAsInt(time) - from) % step == 0,
            from == least && step == 1);
      }
    }
  }

  private Part monthDays() {
    if (random.nextInt(3) == 0) {
      return new Part("dayOfMonth=*", time -> true, true);
    }
    List<String> texts = new ArrayList<>();
    Predicate<LocalDateTime> rule = time -> false;
    for (int i = random.nextInt(3); i >= 0; i--) {
      Part item = monthDay();
      texts.add(item.text());
      rule = rule.or(item.rule());
    }
    return new Part("dayOfMonth=" + String.join(",", texts), rule, false);
  }

  private Part monthDay() {
    int day = between(1, 31);
    int nth = between(1, 5);
    DayOfWeek weekday = DayOfWeek.of(between(1, 7));
    String name = weekday.name().substring(0, 3);
    return switch (random.nextInt(6)) {
      case 0 -> new Part("" + day, time -> time.getDayOfMonth() == day, false);
      case 1 -> {
        int to = between(1, 31);
        yield new Part(
            day + "-" + to,
            time ->
                day <= to
                    ? time.getDayOfMonth() >= day && time.getDayOfMonth() <= to
                    : time.getDayOfMonth() >= day || time.getDayOfMonth() <= to,
            false);
      }
      case 2 -> new Part("Last", time -> fromEnd(time) == 0, false);
      case 3 -> {
        int back = between(1, 7);
        yield new Part("-" + back, time -> fromEnd(time) == back, false);
      }
      case 4 ->
          new Part(
              "Last " + name, time -> time.getDayOfWeek() == weekday && fromEnd(time) < 7, false);
      default ->
          new Part(
              List.of("1st", "2nd", "3rd", "4th", "5th").get(nth - 1) + " " + name,
              time -> time.getDayOfWeek() == weekday && (time.getDayOfMonth() + 6) / 7 == nth,
              false);
    };
  }

  private static int fromEnd(LocalDateTime time) {
    return YearMonth.from(time).lengthOfMonth() - time.getDayOfMonth();
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
