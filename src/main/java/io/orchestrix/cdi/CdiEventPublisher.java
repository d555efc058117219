package io.orchestrix.cdi;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Fires stored events as CDI events: at once for observers in the transaction, and after the commit
 * for asynchronous ones. Thread-safe.
 */
final class CdiEventPublisher implements EventPublisher {

  private static final Logger LOG = System.getLogger(CdiEventPublisher.class.getName());

  /** Who observes events of a class. */
  private record Audience(boolean now, boolean later) {}

  private final Map<Class<?>, Audience> audiences = new ConcurrentHashMap<>();
  private final Event<Object> channel;
  private final BeanManager beans;
  private final UnitOfWork unitOfWork;
  private final NotificationOptions threads;

  CdiEventPublisher(
      Event<Object> channel, BeanManager beans, UnitOfWork unitOfWork, Executor threads) {
    this.channel = channel;
    this.beans = beans;
    this.unitOfWork = unitOfWork;
    this.threads = NotificationOptions.ofExecutor(threads);
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    for (RecordedEvent recorded : appended) {
      recorded.payloads().forEach(event -> fire(event, recorded));
    }
  }

  private void fire(Object event, RecordedEvent recorded) {
    Audience audience = audience(event, recorded);
    if (audience.now()) {
      channel.select(new Stored.Literal(recorded)).fire(event);
    }
    if (audience.later()) {
      unitOfWork.afterEnd(end -> fireLater(end, event, recorded));
    }
  }

  private Audience audience(Object event, RecordedEvent recorded) {
    Audience known = audiences.get(event.getClass());
    if (known == null) {
      Set<ObserverMethod<? super Object>> observers =
          beans.resolveObserverMethods(event, new Stored.Literal(recorded));
      known =
          new Audience(
              observers.stream().anyMatch(observer -> !observer.isAsync()),
              observers.stream().anyMatch(ObserverMethod::isAsync));
      audiences.put(event.getClass(), known);
    }
    return known;
  }

  private void fireLater(End end, Object event, RecordedEvent recorded) {
    if (end == End.COMMITTED) {
      channel
          .select(new Stored.Literal(recorded))
          .fireAsync(event, threads)
          .whenComplete((same, failure) -> warn(recorded, failure));
    }
  }

  private static void warn(RecordedEvent recorded, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.log(
          Level.WARNING,
          "ORX-6101 An asynchronous observer failed on %s at position %s with %s; the event is stored, nobody will notify it again."
              .formatted(
                  recorded.metadata().type(), recorded.position(), failure.getClass().getName()));
    }
  }
}
