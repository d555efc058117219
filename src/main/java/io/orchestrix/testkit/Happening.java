package io.orchestrix.testkit;

import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.message.Event;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of one when. Used by one thread. */
final class Happening<T extends AggregateRoot> {

  private final Stage<T> stage;
  private final String id;
  private final String what;
  private final List<Event> events;
  private final @Nullable Object answer;
  private final @Nullable Exception failure;
  private boolean isFailureExpected;

  Happening(
      Stage<T> stage,
      String id,
      String what,
      List<Event> events,
      @Nullable Object answer,
      @Nullable Exception failure) {
    this.stage = stage;
    this.id = id;
    this.what = what;
    this.events = events;
    this.answer = answer;
    this.failure = failure;
  }

  void requireEvents(List<? extends Event> expected) {
    requireSuccess("expected were the events " + expected);
    if (!Comparison.of(expected, events).isEmpty()) {
      throw new AssertionError(
          "%s made other events than expected:%s"
              .formatted(what, SideBySide.ofLists(expected, events)));
    }
  }

  void requireAnswer(@Nullable Object expected) {
    requireSuccess("expected was the answer " + Shown.text(expected));
    requireSame("was answered otherwise than expected", expected, answer);
  }

  void requireState(Object expected, Function<? super T, ?> state) {
    requireSuccess("expected was the state " + Shown.text(expected));
    requireSame("led to another state than expected", expected, state.apply(stage.loadOrNew(id)));
  }

  private void requireSame(String otherwise, @Nullable Object expected, @Nullable Object actual) {
    if (!Comparison.of(expected, actual).isEmpty()) {
      throw new AssertionError(
          "%s %s:%s".formatted(what, otherwise, SideBySide.ofValues(expected, actual)));
    }
  }

  <X extends Throwable> void requireFailure(Class<X> type, Consumer<? super X> further) {
    if (failure == null) {
      throw new AssertionError(
          "%s was to fail with %s, but it did not; its events: %s, its answer: %s"
              .formatted(what, type.getName(), events, Shown.text(answer)));
    }
    if (!type.isInstance(failure)) {
      throw new AssertionError(
          "%s was to fail with %s, but it failed with %s".formatted(what, type.getName(), failure),
          failure);
    }
    isFailureExpected = true;
    further.accept(type.cast(failure));
  }

  void requireSuccess(String otherwise) {
    if (failure != null && !isFailureExpected) {
      throw new AssertionError(
          "%s failed with %s; %s".formatted(what, failure, otherwise), failure);
    }
  }

  /** The aggregate as it is now, rebuilt from its events. */
  T aggregate() {
    return stage.load(id);
  }
}
