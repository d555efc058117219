package io.orchestrix.telemetry;

import java.util.List;

/**
 * Everything that is measured. {@code docs/reference/metrics.md} lists the same.
 *
 * <p>The names are OpenTelemetry's; Prometheus sees {@code _} for each dot, {@code _total} behind
 * counters and {@code _seconds} behind times. A label never names one aggregate, message or person:
 * its values are types, names of the application and words of ours.
 */
enum Instrument {
  COMMANDS(
      Kind.TIMER,
      "orchestrix.command.duration",
      "s",
      "Commands from sending to the answer, over all attempts",
      "command",
      "outcome",
      "error"),
  COMMAND_RETRIES(
      Kind.COUNTER,
      "orchestrix.command.retries",
      "{retry}",
      "Commands that lost against concurrent ones and were tried again",
      "command"),
  QUERIES(
      Kind.TIMER,
      "orchestrix.query.duration",
      "s",
      "Queries from asking to the answer",
      "query",
      "outcome",
      "error"),
  AGGREGATE_LOADS(
      Kind.TIMER,
      "orchestrix.aggregate.load.duration",
      "s",
      "Aggregates rebuilt from their events",
      "category"),
  AGGREGATE_EVENTS(
      Kind.COUNTER,
      "orchestrix.aggregate.load.events",
      "{event}",
      "Events that aggregates were rebuilt from",
      "category"),
  CACHED_EVENTS(
      Kind.GAUGE,
      "orchestrix.aggregate.cached.events",
      "{event}",
      "Events in memory to rebuild aggregates from"),
  EVENTS_APPENDED(
      Kind.COUNTER,
      "orchestrix.events.appended",
      "{event}",
      "Events appended; they count when the surrounding transaction commits",
      "category"),
  APPEND_CONFLICTS(
      Kind.COUNTER,
      "orchestrix.append.conflicts",
      "{conflict}",
      "Appends that were refused as a concurrent one was faster",
      "category"),
  STORAGE(
      Kind.TIMER,
      "orchestrix.storage.operation.duration",
      "s",
      "What the event store was asked for, without the commit",
      "operation",
      "outcome"),
  SNAPSHOTS_USED(
      Kind.COUNTER,
      "orchestrix.snapshots.used",
      "{snapshot}",
      "Aggregates rebuilt from a snapshot",
      "category"),
  SNAPSHOTS_IGNORED(
      Kind.COUNTER,
      "orchestrix.snapshots.ignored",
      "{snapshot}",
      "Snapshots that did not fit",
      "category",
      "reason"),
  SNAPSHOTS_WRITTEN(
      Kind.COUNTER, "orchestrix.snapshots.written", "{snapshot}", "Snapshots written", "category"),
  SNAPSHOTS_REFUSED(
      Kind.COUNTER,
      "orchestrix.snapshots.refused",
      "{snapshot}",
      "Snapshots not written as their state does not survive it",
      "category"),
  ORDER_HELD(
      Kind.GAUGE,
      "orchestrix.order.held",
      "s",
      "How long the append has been open that readers of all events wait for"),
  ORDER_BEHIND(
      Kind.GAUGE,
      "orchestrix.order.behind",
      "{position}",
      "Positions that are given and cannot be read yet"),
  BATCHES(
      Kind.TIMER,
      "orchestrix.subscription.batch.duration",
      "s",
      "Transactions in which a subscription handled events",
      "subscription"),
  EVENTS_HANDLED(
      Kind.COUNTER,
      "orchestrix.subscription.events",
      "{event}",
      "Events that a subscription has handled",
      "subscription"),
  EVENTS_FAILED(
      Kind.COUNTER,
      "orchestrix.subscription.failures",
      "{failure}",
      "Attempts of a subscription at an event that failed",
      "subscription",
      "last"),
  LAG(
      Kind.GAUGE,
      "orchestrix.subscription.lag",
      "{event}",
      "Events that a subscription has not passed",
      "subscription"),
  BEHIND(
      Kind.GAUGE,
      "orchestrix.subscription.behind",
      "s",
      "How long the first event has waited that a subscription has not passed",
      "subscription"),
  LETTERS_PARKED(
      Kind.COUNTER,
      "orchestrix.dead_letters.parked",
      "{letter}",
      "Events put aside, as they could not be handled",
      "subscription"),
  LETTERS_HANDLED(
      Kind.COUNTER,
      "orchestrix.dead_letters.handled",
      "{letter}",
      "Events handled that had been put aside, or had waited for one",
      "subscription"),
  LETTERS_DISCARDED(
      Kind.COUNTER,
      "orchestrix.dead_letters.discarded",
      "{letter}",
      "Events put aside that will not be handled",
      "subscription"),
  LETTERS_OPEN(
      Kind.GAUGE,
      "orchestrix.dead_letters.open",
      "{letter}",
      "Events put aside, or waiting for one",
      "subscription"),
  DEADLINES_LATE(
      Kind.TIMER,
      "orchestrix.deadline.lateness",
      "s",
      "Deadlines that have fired: how long after their time",
      "handler"),
  DEADLINES_FAILED(
      Kind.COUNTER,
      "orchestrix.deadline.failures",
      "{failure}",
      "Attempts at a deadline that failed",
      "handler",
      "last"),
  DEADLINES_DUE(
      Kind.GAUGE,
      "orchestrix.deadlines.due",
      "{deadline}",
      "Deadlines that are due and have not fired"),
  DEADLINES_GIVEN_UP(
      Kind.GAUGE,
      "orchestrix.deadlines.given_up",
      "{deadline}",
      "Deadlines that were given up and wait for somebody to decide"),
  SAGAS(
      Kind.TIMER,
      "orchestrix.saga.duration",
      "s",
      "Instances of sagas that have ended, since their start",
      "saga",
      "outcome"),
  SAGA_FAILURES(
      Kind.COUNTER,
      "orchestrix.saga.failures",
      "{failure}",
      "Attempts of instances at a piece of work that failed",
      "saga",
      "last"),
  SAGA_INSTANCES(
      Kind.GAUGE,
      "orchestrix.saga.instances",
      "{instance}",
      "Instances that have not ended",
      "saga",
      "status");

  /** How values come. */
  enum Kind {
    /** Counted up. */
    COUNTER,
    /** Durations, which are counted and summed up. */
    TIMER,
    /** Asked for when somebody looks. */
    GAUGE
  }

  private final Kind kind;
  private final String title;
  private final String unit;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // of List.of
  private final List<String> labels;

  Instrument(Kind kind, String title, String unit, String description, String... labels) {
    this.kind = kind;
    this.title = title;
    this.unit = unit;
    this.description = description;
    this.labels = List.of(labels);
  }

  Kind kind() {
    return kind;
  }

  /** The name, with dots. */
  String title() {
    return title;
  }

  /** The unit by UCUM, as OpenTelemetry has it: {@code s} or something counted in braces. */
  String unit() {
    return unit;
  }

  boolean isInSeconds() {
    return unit.equals("s");
  }

  String description() {
    return description;
  }

  /** The names of the labels, in the order in which values are given. */
  List<String> labels() {
    return labels;
  }
}
