package io.orchestrix.testkit;

import io.orchestrix.OrchestrixException;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.StoredPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate under test: what happened before, and what comes of what is done. What happened is
 * stored as soon as the id is known, which the first command tells. Used by one thread.
 */
final class Bench<T extends AggregateRoot> {

  private static final String ANY_ID = "1";

  private final AggregateType<T> type;
  private final FixtureOptions options = new FixtureOptions();
  private final List<Consumer<String>> waiting = new ArrayList<>();
  private @Nullable Stage<T> stage;
  private @Nullable Happening<T> last;

  Bench(AggregateType<T> type) {
    this.type = type;
  }

  /** What can be said before anything is given or done. */
  void prepare(Consumer<FixtureOptions> option) {
    if (stage != null || !waiting.isEmpty()) {
      throw new IllegalStateException(
          "Options come first: say them before given(...) and when(...).");
    }
    option.accept(options);
  }

  void given(List<? extends Event> events) {
    giveLater(
        id -> {
          if (!events.isEmpty()) {
            stage().append(id, events);
          }
        });
  }

  void givenStored(StoredPayload payload) {
    giveLater(id -> stage().append(id, payload));
  }

  private void giveLater(Consumer<String> step) {
    settle();
    waiting.add(step);
    if (options.id != null) {
      giveAll(options.id);
    }
  }

  private void giveAll(String id) {
    try {
      waiting.forEach(step -> step.accept(id));
    } catch (OrchestrixException e) {
      throw new AssertionError("What is given cannot be stored: " + e.getMessage(), e);
    }
    waiting.clear();
  }

  void givenCommand(Command command) {
    settle();
    giveAll(identify(stage().handlerOf(command).targetOf(command)));
    try {
      stage().handle(command);
    } catch (Exception e) {
      throw new AssertionError("The given %s failed: %s".formatted(command, e), e);
    }
  }

  Happening<T> when(Command command) {
    String id = identify(stage().handlerOf(command).targetOf(command));
    return run(command.toString(), id, () -> stage().handle(command));
  }

  Happening<T> when(Consumer<? super T> decision) {
    String id = identify(options.id == null ? ANY_ID : options.id);
    return run(
        "the decision",
        id,
        () -> {
          stage().decide(id, decision);
          return null;
        });
  }

  private Happening<T> run(String what, String id, Callable<@Nullable Object> work) {
    settle();
    giveAll(id);
    long before = stage().version(id);
    Object answer = null;
    Exception failure = null;
    try {
      answer = work.call();
    } catch (Exception e) {
      failure = e;
    }
    last = new Happening<>(stage(), id, what, stage().eventsAfter(id, before), answer, failure);
    return last;
  }

  /** A failure that nobody asked about must not get lost. */
  private void settle() {
    if (last != null) {
      last.requireSuccess("nobody asked for a failure");
      last = null;
    }
  }

  private String identify(String id) {
    if (options.id == null) {
      options.id = id;
    }
    if (!options.id.equals(id)) {
      throw new AssertionError(
          "This fixture is about %s; the command is for %s. Make a fixture for each."
              .formatted(stage().stream(options.id), stage().stream(id)));
    }
    return id;
  }

  private Stage<T> stage() {
    if (stage == null) {
      stage = new Stage<>(type, options);
    }
    return stage;
  }
}
