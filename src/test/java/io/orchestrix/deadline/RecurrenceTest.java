package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minute=*                        | 2026-01-01T00:01",
        "second=*                        | 2026-01-01T00:00:01",
        "hour=3                          | 2026-01-01T03:00",
        "hour=3 minute=30 second=15      | 2026-01-01T03:30:15",
        "hour=0                          | 2026-01-02T00:00",
        "hour=9,17                       | 2026-01-01T09:00",
        "hour=22-3 minute=59             | 2026-01-01T00:59",
        "hour=1/7 minute=0               | 2026-01-01T01:00",
        "hour=* minute=40/15             | 2026-01-01T00:40",
        "dayOfWeek=Mon-Fri hour=3        | 2026-01-01T03:00",
        "dayOfWeek=fri-MON               | 2026-01-02T00:00",
        "dayOfWeek=0                     | 2026-01-04T00:00",
        "dayOfWeek=7                     | 2026-01-04T00:00",
        "dayOfWeek=Tue, Wed              | 2026-01-06T00:00",
        "dayOfWeek=0-7 dayOfMonth=15     | 2026-01-15T00:00",
        "dayOfWeek=Mon-Sun dayOfMonth=15 | 2026-01-02T00:00",
        "dayOfMonth=27-3                 | 2026-01-02T00:00",
        "dayOfMonth=30-Last month=Feb-Mar | 2026-03-30T00:00",
        "dayOfMonth=Last                 | 2026-01-31T00:00",
        "dayOfMonth=-1                   | 2026-01-30T00:00",
        "dayOfMonth=-7--5                | 2026-01-24T00:00",
        "dayOfMonth=-2-2                 | 2026-01-02T00:00",
        "dayOfMonth=1st Sun              | 2026-01-04T00:00",
        "dayOfMonth=2nd Thu              | 2026-01-08T00:00",
        "dayOfMonth=5th Sun              | 2026-03-29T00:00",
        "dayOfMonth=last  fri            | 2026-01-30T00:00",
        "dayOfMonth=3rd Mon, 7           | 2026-01-07T00:00",
        "dayOfMonth=20 dayOfWeek=Sat     | 2026-01-03T00:00",
        "dayOfMonth=29 month=2           | 2028-02-29T00:00",
        "month=Nov-Jan dayOfMonth=10     | 2026-01-10T00:00",
        "month=nov                       | 2026-11-01T00:00",
        "year=2030-2032                  | 2030-01-01T00:00",
        "year=2199 month=12 dayOfMonth=31 | 2199-12-31T00:00",
        "Hour = 3  MINUTE= 5             | 2026-01-01T03:05",
      })
  void the_next_time_is(String text, LocalDateTime expected) {
    assertThat(next(text + " timezone=UTC", "2026-01-01T00:00:00Z"))
        .isEqualTo(expected.atZone(ZoneId.of("UTC")).toInstant());
  }

  @Test
  void a_time_is_not_its_own_next_one_and_fractions_count() {
    assertThat(next("hour=3 timezone=UTC", "2026-01-01T03:00:00Z"))
        .isEqualTo(Instant.parse("2026-01-02T03:00:00Z"));
    assertThat(next("hour=3 timezone=UTC", "2026-01-01T02:59:59.999999999Z"))
        .isEqualTo(Instant.parse("2026-01-01T03:00:00Z"));
  }

  @Test
  void what_never_comes_again_has_no_next_time() {
    Recurrence past = Recurrence.parse("year=2020 timezone=UTC");
    Recurrence never = Recurrence.parse("month=Feb dayOfMonth=30 timezone=UTC");

    assertThat(past.next(Instant.parse("2020-12-31T00:00:00Z"))).isEmpty();
    assertThat(past.next(Instant.MIN)).contains(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(never.next(Instant.EPOCH)).isEmpty();
    assertThat(Recurrence.parse("hour=*").next(Instant.MAX)).isEmpty();
  }

  @Test
  void what_the_clocks_leave_out_comes_once_at_that_moment_unless_it_is_for_every_hour() {
    String berlin = " timezone=Europe/Berlin"; // 2026-03-29 02:00 is 03:00
    String before = "2026-03-29T00:00:00Z";

    assertThat(times("hour=2 minute=0/15" + berlin, before, 2))
        .containsExactly(
            Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));
    assertThat(times("hour=* minute=30" + berlin, before, 3))
        .containsExactly(
            Instant.parse("2026-03-29T00:30:00Z"),
            Instant.parse("2026-03-29T01:30:00Z"),
            Instant.parse("2026-03-29T02:30:00Z"));
  }

  @Test
  void what_comes_twice_counts_once_unless_it_is_for_every_hour() {
    String berlin = " timezone=Europe/Berlin"; // 2026-10-25 03:00 is 02:00
    String before = "2026-10-25T00:00:00Z";

    assertThat(times("hour=2 minute=30" + berlin, before, 2))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    assertThat(times("hour=* minute=30" + berlin, before, 3))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("2026-10-25T02:30:00Z"));
  }

  @Test
  void its_text_names_the_time_zone_and_is_read_again() {
    Recurrence here = Recurrence.parse("minute=5 hour=*");

    assertThat(here).hasToString("minute=5 hour=* timezone=" + ZoneId.systemDefault().getId());
    assertThat(Recurrence.parse(here.toString())).isEqualTo(here).hasSameHashCodeAs(here);
    assertThat(Recurrence.parse("hour=1 timezone=UTC")).isNotEqualTo(here);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hour=24             | ORX-3620 | hour=24 | '24' is no value | 0 to 23",
        "hour=               | ORX-3620 | hour=,  | a value is missing | every yth",
        "minute=0/0          | ORX-3620 | minute  | at least 1 | 0 to 59",
        "month=0/2           | ORX-3620 | month   | increment is not possible | Jan to Dec",
        "month=Foo           | ORX-3620 | month   | 'Foo' | 1 to 12",
        "dayOfWeek=1-2-3     | ORX-3620 | dayOfWeek | no range | Sun to Sat",
        "dayOfWeek=Mon,*     | ORX-3620 | dayOfWeek | '*' is no value | list",
        "dayOfMonth=32       | ORX-3620 | dayOfMonth | '32' is no day | Last",
        "dayOfMonth=-8       | ORX-3620 | dayOfMonth | '-8' is no day | -1 to -7",
        "dayOfMonth=6th Mon  | ORX-3620 | dayOfMonth | '6th Mon' | 5th Sat",
        "dayOfMonth=1,       | ORX-3620 | dayOfMonth | a value is missing | 1 to 31",
        "year=26             | ORX-3620 | year    | '26' | 1970 to 2199",
        "year=2030-2026      | ORX-3620 | year    | ends before | 1970 to 2199",
        "hours=3             | ORX-3621 | 'hours' | no attribute | second, minute, hour",
        "hour=3 hour=4       | ORX-3621 | hour    | twice | dayOfMonth",
        "every day           | ORX-3621 | every day | begin | hour=3",
        "3 hour=3            | ORX-3621 | 3 hour  | begin | timezone",
        "timezone=Berlin     | ORX-3622 | timezone=Berlin | not known | Europe/Berlin",
      })
  void what_is_wrong_is_named(String text, String code, String where, String why, String possible) {
    assertThatThrownBy(() -> Recurrence.parse(text))
        .isInstanceOf(InvalidRecurrenceException.class)
        .hasMessageContainingAll(code, where, why, possible);
  }

  private static Instant next(String text, String after) {
    return Recurrence.parse(text).next(Instant.parse(after)).orElseThrow();
  }

  private static List<Instant> times(String text, String after, int many) {
    Recurrence recurrence = Recurrence.parse(text);
    List<Instant> times = new ArrayList<>();
    Instant last = Instant.parse(after);
    for (int i = 0; i < many; i++) {
      last = recurrence.next(last).orElseThrow();
      times.add(last);
    }
    return times;
  }
}
