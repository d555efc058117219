package io.orchestrix.telemetry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes measurements of what a monitor is told. Thread-safe. */
final class SignalMeters implements Monitor {

  private static final String SUCCESS = "success";

  private final Meters meters;
  private final Map<Class<?>, Consumer<Signal>> recorders = new HashMap<>();

  SignalMeters(Meters meters) {
    this.meters = meters;
    commandsAndQueries();
    storage();
    snapshots();
    subscriptions();
    deadlinesAndSagas();
  }

  @Override
  public void on(Signal signal) {
    Consumer<Signal> recorder = recorders.get(signal.getClass());
    if (recorder != null) {
      recorder.accept(signal);
    }
  }

  private void commandsAndQueries() {
    on(
        Signal.CommandHandled.class,
        s -> {
          List<String> labels = List.of(s.commandType(), outcome(s.failure()), error(s.failure()));
          meters.time(Instrument.COMMANDS, s.elapsed(), labels);
        });
    on(Signal.CommandRetried.class, s -> count(Instrument.COMMAND_RETRIES, 1, s.commandType()));
    on(
        Signal.QueryHandled.class,
        s -> {
          List<String> labels = List.of(s.queryType(), outcome(s.failure()), error(s.failure()));
          meters.time(Instrument.QUERIES, s.elapsed(), labels);
        });
  }

  private void storage() {
    on(
        Signal.AggregateLoaded.class,
        s -> {
          meters.time(Instrument.AGGREGATE_LOADS, s.elapsed(), List.of(s.category()));
          count(Instrument.AGGREGATE_EVENTS, s.events(), s.category());
        });
    on(
        Signal.EventsAppended.class,
        s -> count(Instrument.EVENTS_APPENDED, s.events(), s.category()));
    on(Signal.AppendConflicted.class, s -> count(Instrument.APPEND_CONFLICTS, 1, s.category()));
    on(
        Signal.StoreOperated.class,
        s -> {
          List<String> labels = List.of(s.operation(), outcome(s.failure()));
          meters.time(Instrument.STORAGE, s.elapsed(), labels);
        });
  }

  private void snapshots() {
    on(Signal.SnapshotUsed.class, s -> count(Instrument.SNAPSHOTS_USED, 1, s.category()));
    on(
        Signal.SnapshotIgnored.class,
        s -> count(Instrument.SNAPSHOTS_IGNORED, 1, s.category(), lower(s.reason())));
    on(Signal.SnapshotWritten.class, s -> count(Instrument.SNAPSHOTS_WRITTEN, 1, s.category()));
    on(Signal.SnapshotRefused.class, s -> count(Instrument.SNAPSHOTS_REFUSED, 1, s.category()));
  }

  private void subscriptions() {
    on(
        Signal.BatchHandled.class,
        s -> {
          String subscription = name(s.subscription());
          meters.time(Instrument.BATCHES, s.elapsed(), List.of(subscription));
          count(Instrument.EVENTS_HANDLED, s.events(), subscription);
        });
    on(
        Signal.EventFailed.class,
        s -> count(Instrument.EVENTS_FAILED, 1, name(s.subscription()), text(s.isLast())));
    on(
        Signal.DeadLetterParked.class,
        s -> count(Instrument.LETTERS_PARKED, 1, name(s.subscription())));
    on(
        Signal.DeadLetterHandled.class,
        s -> count(Instrument.LETTERS_HANDLED, 1, name(s.subscription())));
    on(
        Signal.DeadLettersDiscarded.class,
        s -> count(Instrument.LETTERS_DISCARDED, s.letters(), name(s.subscription())));
  }

  private void deadlinesAndSagas() {
    on(
        Signal.DeadlineFired.class,
        s -> meters.time(Instrument.DEADLINES_LATE, s.late(), List.of(s.handler())));
    on(
        Signal.DeadlineFailed.class,
        s -> count(Instrument.DEADLINES_FAILED, 1, s.handler(), text(s.isLast())));
    on(
        Signal.SagaEnded.class,
        s -> {
          List<String> labels = List.of(s.saga(), s.how().toLowerCase(Locale.ROOT));
          meters.time(Instrument.SAGAS, s.elapsed(), labels);
        });
    on(
        Signal.SagaWorkFailed.class,
        s -> count(Instrument.SAGA_FAILURES, 1, s.saga(), text(s.isLast())));
  }

  private <S extends Signal> void on(Class<S> kind, Consumer<S> recorder) {
    recorders.put(kind, signal -> recorder.accept(kind.cast(signal)));
  }

  private void count(Instrument counter, long by, String... labels) {
    meters.count(counter, by, List.of(labels));
  }

  /** The name of a projection, whatever version of its read model is written. */
  static String name(String subscription) {
    return subscription.replaceFirst("/\\d+$", "");
  }

  /** Who can mend it, if we know: {@code refused} is daily business, {@code fault} is not. */
  private static String outcome(@Nullable Throwable failure) {
    if (failure == null) {
      return SUCCESS;
    }
    return failure instanceof OrchestrixException ours ? lower(ours.kind()) : "failure";
  }

  /** Which failure, never its message: the code, or the name of the class. */
  private static String error(@Nullable Throwable failure) {
    if (failure == null) {
      return "none";
    }
    String type = failure.getClass().getSimpleName();
    return failure instanceof OrchestrixException ours
        ? ours.code()
        : type.isEmpty() ? "anonymous" : type;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(boolean value) {
    return Boolean.toString(value);
  }
}
