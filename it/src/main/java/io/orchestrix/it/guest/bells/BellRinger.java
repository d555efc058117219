package io.orchestrix.it.guest.bells;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.deadline.HandlesDeadline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Rings bells, and notes the time before anything else. */
@ApplicationScoped
public class BellRinger {
  @Inject AggregateRepository<Bell> bells;
  @Inject Clock clock;

  void ring(@HandlesCommand Ring command) {
    ring(command.bellId());
  }

  void ring(@HandlesDeadline Alarm alarm) {
    ring(alarm.bellId());
  }

  private void ring(String bellId) {
    Instant now = clock.instant();
    bells.updateOrCreate(bellId, bell -> bell.ring(now));
  }
}
