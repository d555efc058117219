package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.deadline.Recurrence;
import io.orchestrix.it.guest.timers.Calendars;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: its EJB timers and a {@link Recurrence} mean the same. */
@ExtendWith(ArquillianExtension.class)
class RecurrenceIT {
  private static final String START = "2031-01-01T10:20:30Z";
  private static final String SPRING = "2031-03-30T00:10:00Z"; // 01:10 in Berlin, 02:00 is 03:00
  private static final String AUTUMN = "2031-10-26T00:10:00Z"; // 02:10 in Berlin, 03:00 is 02:00

  private static final List<String> EXPRESSIONS =
      List.of(
          "hour=3",
          "hour=3 minute=30 second=15",
          "second=* minute=* hour=*",
          "minute=* hour=*",
          "hour=*",
          "minute=20 hour=10 second=30",
          "minute=20 hour=10 second=29",
          "hour=9,17",
          "hour=9-17 minute=15",
          "hour=22-3",
          "hour=22-3 minute=59",
          "hour=1/7",
          "hour=*/5 minute=7",
          "hour=* minute=40/15",
          "hour=* minute=*/7",
          "hour=* minute=5/20 second=*/25",
          "hour=* minute=0,10-12,50-52",
          "hour=* minute=55-5",
          "second=50-10 minute=* hour=*",
          "dayOfWeek=Mon-Fri hour=3",
          "dayOfWeek=Fri-Mon hour=3",
          "dayOfWeek=sun",
          "dayOfWeek=0",
          "dayOfWeek=7",
          "dayOfWeek=0-7 hour=1",
          "dayOfWeek=5-7",
          "dayOfWeek=Sat-Sun",
          "dayOfWeek=Tue,Thu",
          "dayOfWeek=0-7 dayOfMonth=15",
          "dayOfWeek=Mon-Sun dayOfMonth=15",
          "dayOfMonth=15",
          "dayOfMonth=1",
          "dayOfMonth=31 month=Feb-Apr",
          "dayOfMonth=27-3",
          "dayOfMonth=27-3 month=Feb",
          "dayOfMonth=Last",
          "dayOfMonth=Last month=Feb",
          "dayOfMonth=-1",
          "dayOfMonth=-7",
          "dayOfMonth=-7--5",
          "dayOfMonth=-3-Last",
          "dayOfMonth=-2-2",
          "dayOfMonth=25-Last month=Feb",
          "dayOfMonth=30-Last month=Feb,Mar",
          "dayOfMonth=1st Sun",
          "dayOfMonth=2nd Wed",
          "dayOfMonth=3rd Mon,7",
          "dayOfMonth=4th Thu month=Nov",
          "dayOfMonth=5th Sat",
          "dayOfMonth=5th Mon month=Feb",
          "dayOfMonth=Last Fri",
          "dayOfMonth=last SUN month=feb",
          "dayOfMonth=1st Mon-3rd Mon",
          "dayOfMonth=1st Mon-10 month=Mar",
          "dayOfMonth=20 dayOfWeek=Sat",
          "dayOfMonth=Last dayOfWeek=Mon month=Feb",
          "dayOfMonth=29 month=2",
          "dayOfMonth=30 month=Feb",
          "month=Nov",
          "month=nov-jan dayOfMonth=10",
          "month=11-2 dayOfMonth=5",
          "month=1,6,12 dayOfMonth=24",
          "year=2033",
          "year=2033-2035 month=May",
          "year=2030",
          "hour=3 timezone=America/New_York",
          "dayOfMonth=1 timezone=Asia/Kathmandu");

  private static final List<String> ON_DAYS_OF_CHANGE =
      List.of(
          "hour=2 minute=30",
          "hour=2",
          "hour=2 minute=0/20",
          "hour=2-3 minute=30",
          "hour=3",
          "hour=* minute=30",
          "hour=* minute=5",
          "hour=4",
          "minute=* hour=*");

  /** What servers answer otherwise, against the specification where that says something. */
  private static final Set<String> KNOWN =
      Set.of(
          // Liberty
          "dayOfMonth=-2-2 timezone=UTC from 2031-01-01T10:20:30Z: never",
          // WildFly
          "dayOfWeek=0-7 dayOfMonth=15 timezone=UTC from 2031-01-01T10:20:30Z: 2031-01-02T00:00:00Z",
          "dayOfMonth=30-Last month=Feb,Mar timezone=UTC from 2031-01-01T10:20:30Z: 2031-02-01T00:00:00Z",
          "dayOfMonth=5th Sat timezone=UTC from 2031-01-01T10:20:30Z: 2031-01-31T00:00:00Z",
          "dayOfMonth=5th Mon month=Feb timezone=UTC from 2031-01-01T10:20:30Z: 2031-02-28T00:00:00Z");

  /** No server agrees with another one, nor always with its own clock. */
  private static final Set<String> KNOWN_ON_DAYS_OF_CHANGE =
      Set.of(
          // Liberty leaves out what clocks leave out, and repeats what they repeat
          "hour=2 minute=30 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-31T00:30:00Z",
          "hour=2 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-31T00:00:00Z",
          "hour=2 minute=0/20 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-31T00:00:00Z",
          "hour=2 timezone=Europe/Berlin from 2031-10-26T00:10:00Z: 2031-10-26T01:00:00Z",
          // both
          "hour=2 minute=30 timezone=Europe/Berlin from 2031-10-26T01:10:00Z: 2031-10-26T01:30:00Z",
          "hour=2 minute=0/20 timezone=Europe/Berlin from 2031-10-26T01:10:00Z: 2031-10-26T01:20:00Z",
          "hour=2-3 minute=30 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-30T01:30:00Z",
          "hour=2-3 minute=30 timezone=Europe/Berlin from 2031-10-26T01:10:00Z: 2031-10-26T01:30:00Z",
          // WildFly counts hours from midnight
          "hour=2 minute=30 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-30T01:30:00Z",
          "hour=3 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-30T02:00:00Z",
          "hour=3 timezone=Europe/Berlin from 2031-10-26T00:10:00Z: 2031-10-26T01:00:00Z",
          "hour=4 timezone=Europe/Berlin from 2031-03-30T00:10:00Z: 2031-03-30T03:00:00Z",
          "hour=4 timezone=Europe/Berlin from 2031-10-26T00:10:00Z: 2031-10-26T02:00:00Z");

  @Deployment
  static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "timers.war")
        .addAsLibraries(Applications.libraries())
        .addAsLibraries(Applications.of(Assertions.class))
        .addClass(Calendars.class)
        .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION);
  }

  @Inject Calendars calendars;

  private final List<String> differences = new ArrayList<>();

  @Test
  void expressions_mean_the_same_but_for_what_is_known() {
    for (var expression : EXPRESSIONS) {
      compare(expression.contains("timezone") ? expression : expression + " timezone=UTC", START);
    }

    assertThat(KNOWN).containsAll(differences);
  }

  @Test
  void when_clocks_change_servers_differ_as_is_known() {
    for (var expression : ON_DAYS_OF_CHANGE) {
      for (var start : List.of(SPRING, "2031-03-30T01:10:00Z", AUTUMN, "2031-10-26T01:10:00Z")) {
        compare(expression + " timezone=Europe/Berlin", start);
      }
    }

    assertThat(KNOWN_ON_DAYS_OF_CHANGE).containsAll(differences);
  }

  private void compare(String expression, String start) {
    var from = Instant.parse(start);
    var expected =
        Recurrence.parse(expression)
            .next(from.minusNanos(1))
            .map(Instant::toString)
            .orElse("never");
    var found = calendars.first(expression, from);
    if (!found.equals(expected)) {
      differences.add("%s from %s: %s".formatted(expression, start, found));
    }
  }
}
