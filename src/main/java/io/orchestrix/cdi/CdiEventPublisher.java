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
    boolean isObserved = false;
    for (RecordedEvent recorded : appended) {
      for (Object event : recorded.payloads()) {
        Audience audience = audience(event, recorded);
        isObserved |= audience.now() || audience.later();
        if (audience.now()) {
          channel.select(new Stored.Literal(recorded)).fire(event);
        }
      }
    }
    if (isObserved) { // be it only so that the store ends before observers AFTER_SUCCESS come
      unitOfWork.afterEnd(end -> fireLater(end, appended));
    }
  }

  private void fireLater(End end, List<RecordedEvent> appended) {
    if (end == End.COMMITTED) {
      appended.forEach(
          recorded -> recorded.payloads().forEach(event -> fireLater(event, recorded)));
    }
  }

  private void fireLater(Object event, RecordedEvent recorded) {
    if (!audience(event, recorded).later()) {
      return;
    }
    try {
      channel
          .select(new Stored.Literal(recorded))
          .fireAsync(event, threads)
          .whenComplete((same, failure) -> warn(recorded, failure));
    } catch (RuntimeException e) { // no thread takes it; perhaps one takes the next
      warn(recorded, e);
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

  private static void warn(RecordedEvent recorded, @Nullable Throwable failure) {
    if (failure != null) {
      Throwable reason = failure.getCause() == null ? failure : failure.getCause();
      LOG.log(
          Level.WARNING,
          "ORX-6101 An asynchronous observer failed on %s at position %s with %s; the event is stored, nobody will notify it again."
              .formatted(
                  recorded.metadata().type(), recorded.position(), reason.getClass().getName()));
    }
  }
}
