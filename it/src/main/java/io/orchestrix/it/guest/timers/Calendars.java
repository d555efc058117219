package io.orchestrix.it.guest.timers;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.NoMoreTimeoutsException;
import jakarta.ejb.NoSuchObjectLocalException;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the EJB container when a calendar-based timer would expire. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Calendars {
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=(.*?)(?=\\s+\\w+=|$)");

  @Resource TimerService timers;

  /** The first time from {@code start} on, as text; {@code never}, or {@code refused}. */
  public String first(String text, Instant start) {
    try {
      Timer timer =
          timers.createCalendarTimer(
              expression(text).start(Date.from(start)), new TimerConfig(text, false));
      try {
        return timer.getNextTimeout().toInstant().toString();
      } finally {
        timer.cancel();
      }
    } catch (NoMoreTimeoutsException | NoSuchObjectLocalException e) {
      return "never";
    } catch (EJBException | IllegalArgumentException e) {
      return "refused";
    }
  }

  private static ScheduleExpression expression(String text) {
    ScheduleExpression expression = new ScheduleExpression();
    Matcher found = ATTRIBUTE.matcher(text);
    while (found.find()) {
      String value = found.group(2);
      switch (found.group(1)) {
        case "second" -> expression.second(value);
        case "minute" -> expression.minute(value);
        case "hour" -> expression.hour(value);
        case "dayOfMonth" -> expression.dayOfMonth(value);
        case "month" -> expression.month(value);
        case "dayOfWeek" -> expression.dayOfWeek(value);
        case "year" -> expression.year(value);
        case "timezone" -> expression.timezone(value);
        default -> throw new IllegalArgumentException(text);
      }
    }
    return expression;
  }

  @Timeout
  void ignore(Timer timer) {
    // it is cancelled before it expires
  }
}
