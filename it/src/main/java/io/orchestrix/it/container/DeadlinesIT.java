package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.deadline.Recurrence;
import io.orchestrix.deadline.RecurringCommands;
import io.orchestrix.it.guest.bells.Alarm;
import io.orchestrix.it.guest.bells.Bell;
import io.orchestrix.it.guest.bells.BellRinger;
import io.orchestrix.it.guest.bells.BellsResource;
import io.orchestrix.it.guest.bells.Listener;
import io.orchestrix.it.guest.bells.Ring;
import io.orchestrix.it.guest.bells.Rung;
import io.orchestrix.it.guest.rest.WithoutClasses;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs inside the server, but for what it measures: what is to happen later happens then, and once.
 */
@ExtendWith(ArquillianExtension.class)
class DeadlinesIT {

  @Deployment
  static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "deadlines.war")
        .addAsLibraries(Applications.libraries())
        .addAsLibraries(Applications.of(Assertions.class))
        .addClasses(Bell.class, Rung.class, Ring.class, Alarm.class)
        .addClasses(BellRinger.class, Listener.class)
        .addClasses(BellsResource.class, WithoutClasses.class)
        .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION);
  }

  @Inject CommandBus commands;
  @Inject DeadlineScheduler scheduler;
  @Inject RecurringCommands recurring;
  @Inject Deadlines deadlines;
  @Inject AggregateRepository<Bell> bells;
  @Inject Listener listener;
  @Inject UserTransaction transaction;

  private final String bell = UUID.randomUUID().toString();
  private final Instant now = Instant.now();

  @Test
  void a_scheduled_command_is_sent_once_and_not_early() throws InterruptedException {
    var at = now.plusMillis(700);
    commands.schedule(new Ring(bell), at);

    assertThat(listener.hears(bell)).isTrue();

    assertThatItRang(at);
  }

  @Test
  void a_scheduled_command_that_is_cancelled_is_not_sent() throws InterruptedException {
    var key = commands.schedule(new Ring(bell), now.plusMillis(700)).key();

    assertThat(commands.cancel(key)).isTrue();

    pass(now.plusMillis(900));
    assertThat(bells.find(bell)).isEmpty();
    assertThat(commands.cancel(key)).isFalse();
  }

  @Test
  void a_deadline_fires_once_and_not_early() throws InterruptedException {
    var at = now.plusMillis(700);
    scheduler.schedule(bell, at, new Alarm(bell));
    assertThat(scheduler.find(Alarm.class, bell)).isPresent();

    assertThat(listener.hears(bell)).isTrue();

    assertThatItRang(at);
    assertThat(scheduler.find(Alarm.class, bell)).isEmpty();
  }

  @Test
  void a_deadline_that_is_put_off_fires_at_its_new_time_only() throws InterruptedException {
    scheduler.schedule(bell, now.plusMillis(500), new Alarm(bell));
    scheduler.schedule(bell, now.plusMillis(1_500), new Alarm(bell));

    assertThat(listener.hears(bell)).isTrue();

    assertThatItRang(now.plusMillis(1_500));
  }

  @Test
  void a_deadline_that_is_moved_up_fires_at_its_new_time() throws InterruptedException {
    scheduler.schedule(bell, now.plusSeconds(3_600), new Alarm(bell));
    scheduler.schedule(bell, now.plusMillis(500), new Alarm(bell));

    assertThat(listener.hears(bell)).isTrue();

    assertThatItRang(now.plusMillis(500));
  }

  @Test
  void a_deadline_that_is_cancelled_never_fires() throws InterruptedException {
    scheduler.schedule(bell, now.plusMillis(700), new Alarm(bell));

    assertThat(scheduler.cancel(Alarm.class, bell)).isTrue();

    pass(now.plusMillis(900));
    assertThat(bells.find(bell)).isEmpty();
    assertThat(scheduler.cancel(Alarm.class, bell)).isFalse();
  }

  @Test
  void what_is_scheduled_is_rolled_back_with_its_transaction() throws Exception {
    var before = deadlines.count();
    transaction.begin();
    scheduler.schedule(bell, now.plusMillis(700), new Alarm(bell));
    commands.schedule(new Ring(bell), now.plusMillis(700));
    assertThat(deadlines.count()).isEqualTo(before + 2);
    transaction.rollback();

    pass(now.plusMillis(900));
    assertThat(bells.find(bell)).isEmpty();
    assertThat(deadlines.count()).isEqualTo(before);
  }

  @Test
  void a_cancellation_is_rolled_back_with_its_transaction() throws Exception {
    var at = now.plusMillis(1_200);
    scheduler.schedule(bell, at, new Alarm(bell));
    transaction.begin();
    assertThat(scheduler.cancel(Alarm.class, bell)).isTrue();
    transaction.rollback();

    assertThat(listener.hears(bell)).isTrue();
    assertThatItRang(at);
  }

  @Test
  void a_recurring_command_is_sent_at_each_of_its_times() throws InterruptedException {
    var first =
        recurring.schedule(
            bell, new Ring(bell), Recurrence.parse("second=*/2 minute=* hour=* timezone=UTC"));
    for (var time = 0; time < 3; time++) {
      assertThat(listener.hears(bell)).isTrue();
    }
    assertThat(recurring.cancel(bell)).isTrue();

    assertThat(recurring.next(bell)).isEmpty();
    assertThat(first.getEpochSecond()).isEven();
    var times = bells.load(bell).times();
    assertThat(times).hasSizeGreaterThanOrEqualTo(3).isSorted();
    assertThat(times.get(0)).isAfterOrEqualTo(first);
    assertThat(times).extracting(time -> time.getEpochSecond() / 2).doesNotHaveDuplicates();
  }

  @Test
  @RunAsClient
  void when_there_is_nothing_else_to_do_a_deadline_is_hardly_late() throws Exception {
    var late = Punctuality.measure("/deadlines/api/", 30);
    var median = late.get(late.size() / 2);

    System.out.printf(
        "%d deadlines, one at a time: late by %.1f ms (median), %.1f ms (worst)%n",
        late.size(), median.toNanos() / 1e6, late.get(late.size() - 1).toNanos() / 1e6);
    assertThat(late.get(0)).as("early by").isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(median).isLessThan(Duration.ofMillis(50));
  }

  private void assertThatItRang(Instant due) {
    assertThat(bells.load(bell).times())
        .singleElement()
        .satisfies(time -> assertThat(time).isAfterOrEqualTo(due));
  }

  /** Waits until all that was due before has had its turn. */
  private void pass(Instant time) throws InterruptedException {
    commands.schedule(new Ring("command-after-" + bell), time);
    assertThat(listener.hears("command-after-" + bell)).isTrue();
    scheduler.schedule("after-" + bell, time, new Alarm("after-" + bell));
    assertThat(listener.hears("after-" + bell)).isTrue();
  }
}
