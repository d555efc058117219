package io.orchestrix.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Schedules what this application handles. Thread-safe. */
public final class LocalDeadlineScheduler implements DeadlineScheduler {

  private final Set<Class<?>> handled;
  private final SchedulingServices services;
  private final Keeping keeping;

  /**
   * @param handled the classes of payloads that have a handler
   */
  public LocalDeadlineScheduler(Set<Class<?>> handled, SchedulingServices services) {
    this.handled = Set.copyOf(handled);
    this.services = services;
    this.keeping = new Keeping(services);
  }

  @Override
  public void schedule(String key, Instant at, Object payload) {
    Class<?> type = payload.getClass();
    if (!handled.contains(type)) {
      throw SchedulingException.noHandler(type);
    }
    services
        .store()
        .put(List.of(keeping.deadline(key(type, key), at, services.codec().encode(payload))));
  }

  @Override
  public void schedule(String key, Duration in, Object payload) {
    schedule(key, keeping.in(in), payload);
  }

  @Override
  public boolean cancel(Class<?> payload, String key) {
    return services.store().remove(key(payload, key));
  }

  @Override
  public Optional<Instant> find(Class<?> payload, String key) {
    return services.store().find(key(payload, key)).map(Deadline::dueAt);
  }

  private static DeadlineKey key(Class<?> payload, String key) {
    return new DeadlineKey(payload.getSimpleName(), key);
  }
}
