package io.orchestrix.cdi;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.Origin;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Lets observers of stored events have the {@link RecordedEvent} as a further parameter, and makes
 * the event the cause of what they send.
 *
 * <p>It comes with each notification, not with the thread that has stored the event, so
 * asynchronous and transactional observers have it, too.
 */
final class EventObservers {

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application
  private final ThreadLocal<@Nullable RecordedEvent> notified = new ThreadLocal<>();

  /** The messages of the application; there before anything is stored. */
  private volatile CurrentMessage current = new CurrentMessage();

  void causesIn(CurrentMessage messages) {
    current = messages;
  }

  <T> void found(ProcessObserverMethod<T, ?> processed, Mistakes mistakes) {
    AnnotatedMethod<?> method = processed.getAnnotatedMethod();
    Class<?> observed = raw(processed.getObserverMethod());
    boolean wantsPlace = method.getParameters().stream().anyMatch(EventObservers::isPlace);
    if (wantsPlace && !Event.class.isAssignableFrom(observed)) {
      mistakes.add(Mistake.recordedOfNothing(method.getJavaMember()));
    } else if (canSeeEvents(observed)) {
      processed.setObserverMethod(new PlacedObserver<>(processed.getObserverMethod(), this));
    }
  }

  /** Also by an interface that only some events implement, or by {@code Object}. */
  private static boolean canSeeEvents(Class<?> type) {
    return Event.class.isAssignableFrom(type) || type.isInterface() || type == Object.class;
  }

  private static boolean isPlace(AnnotatedParameter<?> parameter) {
    return parameter.getBaseType() == RecordedEvent.class
        && !parameter.isAnnotationPresent(Observes.class)
        && !parameter.isAnnotationPresent(ObservesAsync.class);
  }

  private static Class<?> raw(ObserverMethod<?> observer) {
    Type type = observer.getObservedType();
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> found ? found : Object.class;
  }

  /** Notifies an observer of an event that was stored, or that the application itself has fired. */
  <T> void notify(ObserverMethod<T> observer, EventContext<T> context) {
    RecordedEvent recorded = Stored.Literal.in(context.getMetadata().getQualifiers()).orElse(null);
    RecordedEvent outer = notified.get();
    bind(recorded);
    try {
      if (recorded == null) {
        observer.notify(context);
      } else {
        Origin cause = Origin.of(recorded.metadata());
        current.runWithin(cause, current.attempt(), () -> observer.notify(context));
      }
    } finally {
      bind(outer);
    }
  }

  private void bind(@Nullable RecordedEvent recorded) {
    if (recorded == null) {
      notified.remove();
    } else {
      notified.set(recorded);
    }
  }

  /**
   * The place of the event that the observer on this thread is notified of.
   *
   * @throws IllegalStateException outside of observers, and of events that were not stored
   */
  RecordedEvent recorded() {
    RecordedEvent recorded = notified.get();
    if (recorded == null) {
      throw new IllegalStateException(
          "A RecordedEvent is there for observers of stored events only; this one was fired and not stored, or there is none.");
    }
    return recorded;
  }
}
