package io.orchestrix.testkit;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.projection.DirectProjection;
import io.orchestrix.projection.ProjectionType;
import io.orchestrix.projection.RegisteredProjection;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a projection handle what has happened. Used by one thread. */
final class Playing {

  /** The projection has failed. */
  private static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(Throwable cause) {
      super(cause);
    }
  }

  private final EventHistory history = new EventHistory();
  private final ProjectionType type;
  private final DirectProjection direct;

  Playing(Object projection, ProjectionType type) {
    this.type = type;
    this.direct =
        new DirectProjection(
            RegisteredProjection.of(
                type,
                work -> {
                  try (ParameterValues.Call values = history.values().open()) {
                    work.on(projection, values);
                  }
                },
                new Settings(key -> Optional.empty())),
            history.current());
    type.eventTypes().stream()
        .filter(event -> !Modifier.isAbstract(event.getModifiers()))
        .forEach(event -> history.know(event.asSubclass(Event.class)));
  }

  EventHistory history() {
    return history;
  }

  ProjectionType type() {
    return type;
  }

  /** Events that happen now. */
  void live(Supplier<List<RecordedEvent>> append) {
    try {
      handleNew(append);
    } catch (FailedException e) {
      throw new AssertionError(
          "The projection '%s' failed: %s".formatted(type.name(), e.getCause()), e.getCause());
    }
  }

  private void handleNew(Supplier<List<RecordedEvent>> append) {
    history.unitOfWork().run(() -> handle(stored(append), GlobalPosition.START));
  }

  private static List<RecordedEvent> stored(Supplier<List<RecordedEvent>> append) {
    try {
      return append.get();
    } catch (OrchestrixException e) {
      throw new AssertionError("What is given cannot be stored: " + e.getMessage(), e);
    }
  }

  private void handle(List<RecordedEvent> events, GlobalPosition replayedTo) {
    try {
      direct.handle(events.stream().filter(direct::wants).toList(), replayedTo);
    } catch (Exception e) {
      throw new FailedException(e);
    }
  }

  void requireFailure(
      Supplier<List<RecordedEvent>> append, Event event, Class<? extends Throwable> expected) {
    try {
      handleNew(append);
    } catch (FailedException e) {
      if (!expected.isInstance(e.getCause())) {
        throw new AssertionError(
            "%s was to fail with %s, but it failed with %s"
                .formatted(event, expected.getName(), e.getCause()),
            e.getCause());
      }
      return;
    }
    throw new AssertionError(
        "%s was to fail with %s, but it was handled".formatted(event, expected.getName()));
  }

  /** Resets it, and lets all events come again. */
  void replay(Batching batching) {
    if (!direct.canReset()) {
      throw new AssertionError(
          "%s has no method with @OnReset, so it cannot be replayed. Give it one."
              .formatted(type.type().getName()));
    }
    List<RecordedEvent> all = history.all();
    try {
      history.unitOfWork().run(this::reset);
      batching.batches(all, type).forEach(batch -> history.unitOfWork().run(() -> again(batch)));
    } catch (FailedException e) {
      throw new AssertionError(
          "The projection '%s' failed %s: %s".formatted(type.name(), batching.text(), e.getCause()),
          e.getCause());
    }
  }

  private void reset() {
    try {
      direct.reset(GlobalPosition.START);
    } catch (Exception e) {
      throw new FailedException(e);
    }
  }

  private void again(List<RecordedEvent> events) {
    handle(events, new GlobalPosition(Long.MAX_VALUE));
  }
}
