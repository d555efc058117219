package io.orchestrix.deadline;

import java.time.Instant;

/** The deadlines of one class of payloads. Thread-safe. */
record PayloadDeadlines(Class<?> type, PayloadHandler handler, SchedulingServices services)
    implements DeadlineHandler {

  private static final int THREADS = 4;

  @Override
  public String name() {
    return type.getSimpleName();
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    Object payload = services.codec().decode(deadline.payload(), type);
    new OnBehalf(services)
        .fire(
            deadline,
            () -> {
              handler.handle(new DueDeadline(payload, deadline));
              return null;
            });
  }

  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
    return new OnBehalf(services).next(deadline, failure, now);
  }

  @Override
  public int threads() {
    return THREADS;
  }
}
