package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.OrchestrixException;
import io.orchestrix.monitor.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignalMetersTest {

  private static final Duration TIME = Duration.ofMillis(20);

  /** One of each kind; a new signal is to be added here, and measured or left out on purpose. */
  private static final List<Signal> EACH =
      List.of(
          new Signal.CommandHandled("Deposit", TIME, null),
          new Signal.CommandRetried("Deposit", 1, TIME),
          new Signal.QueryHandled("BalanceOf", TIME, null),
          new Signal.AggregateLoaded("account", 7, TIME),
          new Signal.EventsAppended("account", 3),
          new Signal.AppendConflicted("account"),
          new Signal.StoreOperated("append", TIME, null),
          new Signal.WatermarkRead(1, "backend 1", TIME),
          new Signal.SnapshotUsed("account", 7),
          new Signal.SnapshotIgnored("account", Signal.SnapshotIgnored.Reason.OTHER_CODE),
          new Signal.SnapshotWritten("account", 7, 100),
          new Signal.SnapshotRefused("account"),
          new Signal.BatchHandled("balances/3", 5, TIME),
          new Signal.EventFailed("balances/3", 1, false),
          new Signal.DeadLetterParked("balances/3", 5),
          new Signal.DeadLetterHandled("balances/3"),
          new Signal.DeadLettersDiscarded("balances/3", 2),
          new Signal.DeadlineFired("Remind", TIME),
          new Signal.DeadlineFailed("Remind", 1, true),
          new Signal.SagaWorkFailed("transfer", 1, false),
          new Signal.SagaEnded("transfer", "COMPENSATED", TIME));

  private final Measured measured = new Measured();
  private final SignalMeters meters = new SignalMeters(measured);

  static final class Refusal extends OrchestrixException {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super("ORX-9001", Kind.REFUSED, "account 4711 of Ada is closed");
    }
  }

  @Test
  void every_kind_of_signal_is_here() {
    assertThat(EACH.stream().<Class<?>>map(Signal::getClass))
        .containsExactlyInAnyOrder(Signal.class.getPermittedSubclasses());
  }

  @Test
  void each_signal_is_measured() {
    EACH.forEach(meters::on);

    assertThat(measured.counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("COMMAND_RETRIES [Deposit]", 1L),
                Map.entry("AGGREGATE_EVENTS [account]", 7L),
                Map.entry("EVENTS_APPENDED [account]", 3L),
                Map.entry("APPEND_CONFLICTS [account]", 1L),
                Map.entry("SNAPSHOTS_USED [account]", 1L),
                Map.entry("SNAPSHOTS_IGNORED [account, other_code]", 1L),
                Map.entry("SNAPSHOTS_WRITTEN [account]", 1L),
                Map.entry("SNAPSHOTS_REFUSED [account]", 1L),
                Map.entry("EVENTS_HANDLED [balances]", 5L),
                Map.entry("EVENTS_FAILED [balances, false]", 1L),
                Map.entry("LETTERS_PARKED [balances]", 1L),
                Map.entry("LETTERS_HANDLED [balances]", 1L),
                Map.entry("LETTERS_DISCARDED [balances]", 2L),
                Map.entry("DEADLINES_FAILED [Remind, true]", 1L),
                Map.entry("SAGA_FAILURES [transfer, false]", 1L)));
    assertThat(measured.times)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "COMMANDS [Deposit, success, none]", TIME,
                "QUERIES [BalanceOf, success, none]", TIME,
                "AGGREGATE_LOADS [account]", TIME,
                "STORAGE [append, success]", TIME,
                "BATCHES [balances]", TIME,
                "DEADLINES_LATE [Remind]", TIME,
                "SAGAS [transfer, compensated]", TIME));
  }

  @Test
  void as_many_labels_are_given_as_an_instrument_has() {
    EACH.forEach(meters::on);

    Set<String> all =
        Arrays.stream(Instrument.values()).map(Enum::name).collect(Collectors.toSet());
    measured.counts.keySet().forEach(SignalMetersTest::assertLabels);
    measured.times.keySet().forEach(SignalMetersTest::assertLabels);
    assertThat(all)
        .filteredOn(name -> Instrument.valueOf(name).kind() != Instrument.Kind.GAUGE)
        .allMatch(name -> EACH.size() > 0 && isMeasured(name));
  }

  private boolean isMeasured(String name) {
    return measured.counts.keySet().stream().anyMatch(key -> key.startsWith(name + " "))
        || measured.times.keySet().stream().anyMatch(key -> key.startsWith(name + " "));
  }

  private static void assertLabels(String series) {
    Instrument instrument = Instrument.valueOf(series.substring(0, series.indexOf(' ')));
    assertThat(series.substring(series.indexOf('[') + 1).split(","))
        .as(series)
        .hasSize(instrument.labels().size());
  }

  @Test
  void a_failure_is_told_by_its_kind_and_code_or_class_and_never_by_its_message() {
    meters.on(new Signal.CommandHandled("Deposit", TIME, new Refusal()));
    meters.on(
        new Signal.CommandHandled("Deposit", TIME, new IllegalStateException("account 4711")));
    meters.on(new Signal.CommandHandled("Deposit", TIME, new IllegalStateException("x") {}));
    meters.on(new Signal.StoreOperated("append", TIME, new Refusal()));

    assertThat(measured.times.keySet())
        .containsExactly(
            "COMMANDS [Deposit, failure, IllegalStateException]",
            "COMMANDS [Deposit, failure, anonymous]",
            "COMMANDS [Deposit, refused, ORX-9001]",
            "STORAGE [append, refused]");
  }
}
