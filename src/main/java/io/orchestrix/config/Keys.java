package io.orchestrix.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every configuration key there is; {@code docs/reference/configuration.md} lists the same. */
public final class Keys {

  /** How the tables come to be. */
  public static final Key<SchemaMode> SCHEMA = choice("orchestrix.schema", SchemaMode.VALIDATE);

  /** The database schema that holds all tables of this application. */
  public static final Key<String> DB_SCHEMA =
      new Key<>(
          "orchestrix.db-schema",
          "",
          "a letter, then at most 62 letters, digits or _, all lower case;"
              + " empty for the application's name",
          matching("|[a-z][a-z0-9_]{0,62}"));

  /** The {@code source} of every message. */
  public static final Key<String> SOURCE =
      new Key<>(
          "orchestrix.source",
          "",
          "a URI reference of at most 255 characters; empty for / and the application's name",
          matching("\\S{0,255}"));

  /** Where events are kept. */
  public static final Key<StoreKind> STORE = choice("orchestrix.store", StoreKind.JPA);

  /** How the pauses grow when a command loses against concurrent ones. */
  public static final Key<Backoff> RETRY_POLICY =
      choice("orchestrix.retry.policy", Backoff.EXPONENTIAL);

  /** How often a command is tried when it loses against concurrent ones. */
  public static final Key<Integer> RETRY_ATTEMPTS =
      number("orchestrix.retry.attempts", "attempts", 10, 1, 100);

  /** The pause before the second attempt. */
  public static final Key<Duration> RETRY_PAUSE =
      duration("orchestrix.retry.pause", "PT0.005S", "PT0S", "PT1H");

  /** The longest pause before any attempt. */
  public static final Key<Duration> RETRY_LONGEST =
      duration("orchestrix.retry.longest", "PT0.25S", "PT0S", "PT1H");

  /** Whether a pause is a random part of what the policy says. */
  public static final Key<Boolean> RETRY_JITTER = flag("orchestrix.retry.jitter", true);

  /** How long a command may take, over all its attempts. */
  public static final Key<Duration> TIMEOUT = duration("orchestrix.timeout", "PT0S", "PT0S", "P1D");

  /** How long the answer to a command with an idempotency key is kept. */
  public static final Key<Duration> IDEMPOTENCY_KEPT =
      duration("orchestrix.idempotency.kept", "P1D", "PT0S", "P366D");

  /** What is written to the audit log. */
  public static final Key<AuditMode> AUDIT = choice("orchestrix.audit", AuditMode.ALL);

  /** How long the body of a request may be. */
  public static final Key<Integer> REST_MAX_BODY =
      number("orchestrix.rest.max-body", "bytes", 1_048_576, 1, 100 << 20);

  /** How long a request waits at most for a projection. */
  public static final Key<Duration> REST_AWAIT =
      duration("orchestrix.rest.await", "PT5S", "PT0S", "PT1M");

  /** Who may send a command by the API whose class does not say it. */
  public static final Key<List<String>> REST_COMMAND_ROLES =
      roles("orchestrix.rest.command-roles", "orchestrix-operator");

  /** Who may send events of other systems to the API. */
  public static final Key<List<String>> REST_EVENT_ROLES =
      roles("orchestrix.rest.event-roles", "orchestrix-operator");

  /** What operators see of what messages say. */
  public static final Key<PayloadVisibility> PAYLOAD_VISIBILITY =
      choice("orchestrix.payload-visibility", PayloadVisibility.MASKED);

  /** What becomes of stored events that the application does not know. */
  public static final Key<UnknownEvents> UNKNOWN_EVENTS =
      choice("orchestrix.unknown-events", UnknownEvents.FAIL);

  /** Whether streams may be deleted. */
  public static final Key<Boolean> DELETE_STREAMS = flag("orchestrix.delete-streams", false);

  /** How many events are remembered, to rebuild aggregates without reading them again. */
  public static final Key<Integer> CACHED_EVENTS =
      number("orchestrix.aggregates.cached-events", "events", 100_000, 0, 100_000_000);

  /** How often a query that somebody has subscribed to is asked again at most. */
  public static final Key<Duration> QUERY_UPDATE_INTERVAL =
      duration("orchestrix.query.update-interval", "PT0.1S", "PT0S", "PT1H");

  /** What tells this process from the other nodes. */
  public static final Key<String> NODE =
      new Key<>(
          "orchestrix.node",
          "",
          "at most 60 characters; empty for the name of the machine",
          matching(".{0,60}"));

  /** How long a node is believed to be alive that says nothing. */
  public static final Key<Duration> LEASE =
      duration("orchestrix.subscriptions.lease", "PT10S", "PT1S", "PT10M");

  /** How long nobody looks for the events of other nodes at most. */
  public static final Key<Duration> POLL =
      duration("orchestrix.subscriptions.poll", "PT1S", "PT0.005S", "PT1M");

  /** How many events a projection handles in one transaction at most. */
  public static final Key<Integer> BATCH_EVENTS =
      number("orchestrix.projections.batch-events", "events", 5000, 1, 100_000);

  /** After which time a projection begins no further event in one transaction. */
  public static final Key<Duration> BATCH_TIME =
      duration("orchestrix.projections.batch-time", "PT1S", "PT0S", "PT1M");

  /** How the pauses grow when an event fails. */
  public static final Key<Backoff> FAILURE_POLICY =
      choice("orchestrix.projections.failure.policy", Backoff.EXPONENTIAL);

  /** How often an event is tried. */
  public static final Key<Integer> FAILURE_ATTEMPTS =
      number("orchestrix.projections.failure.attempts", "attempts", 5, 1, 100);

  /** The pause before the second attempt. */
  public static final Key<Duration> FAILURE_PAUSE =
      duration("orchestrix.projections.failure.pause", "PT0.1S", "PT0S", "PT1H");

  /** The longest pause before any attempt. */
  public static final Key<Duration> FAILURE_LONGEST =
      duration("orchestrix.projections.failure.longest", "PT10S", "PT0S", "PT1H");

  /** What follows the last attempt. */
  public static final Key<AfterFailure> FAILURE_THEN =
      choice("orchestrix.projections.failure.then", AfterFailure.DEAD_LETTER);

  /** How long a version of a read model is kept that is read no more. */
  public static final Key<Duration> OLD_KEPT =
      duration("orchestrix.projections.old-kept", "PT1M", "PT0S", "P366D");

  /** How many events a projection may be behind while the node is ready. */
  public static final Key<Integer> READY_LAG =
      number("orchestrix.projections.ready.lag", "events", 0, 0, 1_000_000);

  /** For how long an event may have waited for a projection while the node is ready. */
  public static final Key<Duration> READY_BEHIND =
      duration("orchestrix.projections.ready.behind", "PT0S", "PT0S", "P366D");

  /** How the pauses grow when a scheduled command or a deadline fails. */
  public static final Key<Backoff> DEADLINE_FAILURE_POLICY =
      choice("orchestrix.deadlines.failure.policy", Backoff.EXPONENTIAL);

  /** How often it is tried. */
  public static final Key<Integer> DEADLINE_FAILURE_ATTEMPTS =
      number("orchestrix.deadlines.failure.attempts", "attempts", 5, 1, 100);

  /** The pause before the second attempt. */
  public static final Key<Duration> DEADLINE_FAILURE_PAUSE =
      duration("orchestrix.deadlines.failure.pause", "PT1S", "PT0S", "PT1H");

  /** The longest pause before any attempt. */
  public static final Key<Duration> DEADLINE_FAILURE_LONGEST =
      duration("orchestrix.deadlines.failure.longest", "PT1M", "PT0S", "PT1H");

  /** How long nobody looks for the deadlines of other nodes at most. */
  public static final Key<Duration> DEADLINE_POLL =
      duration("orchestrix.deadlines.poll", "PT1S", "PT0.05S", "PT1M");

  /** How the pauses grow between attempts of what a saga does. */
  public static final Key<Backoff> SAGA_POLICY =
      choice("orchestrix.sagas.retry.policy", Backoff.EXPONENTIAL);

  /** How often a step of a saga is tried. */
  public static final Key<Integer> SAGA_ATTEMPTS =
      number("orchestrix.sagas.retry.attempts", "attempts", 3, 1, 100);

  /** The pause before the second attempt. */
  public static final Key<Duration> SAGA_PAUSE =
      duration("orchestrix.sagas.retry.pause", "PT1S", "PT0S", "PT1H");

  /** The longest pause before any attempt. */
  public static final Key<Duration> SAGA_LONGEST =
      duration("orchestrix.sagas.retry.longest", "PT1M", "PT0S", "PT1H");

  /** How often a compensation is tried, or a step behind the pivot. */
  public static final Key<Integer> SAGA_COMPENSATION_ATTEMPTS =
      number("orchestrix.sagas.compensation.attempts", "attempts", 10, 1, 100);

  /** How many threads of a node work on instances of one saga at once. */
  public static final Key<Integer> SAGA_THREADS =
      number("orchestrix.sagas.threads", "threads", 4, 1, 64);

  /** How long an append may hold the readers of all events while the node is ready. */
  public static final Key<Duration> READY_HELD =
      duration("orchestrix.health.held", "PT0S", "PT0S", "P1D");

  /** How long a node may do nothing by itself and is alive. */
  public static final Key<Duration> LIVE_SILENCE =
      duration("orchestrix.health.silence", "PT5M", "PT30S", "P1D");

  /** How often the store is asked for what gauges show at most. */
  public static final Key<Duration> TELEMETRY_INTERVAL =
      duration("orchestrix.telemetry.gauge-interval", "PT5S", "PT0.1S", "PT1H");

  /** Those that a single projection may have a value of its own for. */
  public static final List<Key<?>> OF_PROJECTIONS =
      List.of(
          BATCH_EVENTS,
          BATCH_TIME,
          FAILURE_POLICY,
          FAILURE_ATTEMPTS,
          FAILURE_PAUSE,
          FAILURE_LONGEST,
          FAILURE_THEN,
          OLD_KEPT,
          READY_LAG,
          READY_BEHIND);

  /** Those that a single command may have a value of its own for. */
  public static final List<Key<?>> OF_COMMANDS =
      List.of(RETRY_POLICY, RETRY_ATTEMPTS, RETRY_PAUSE, RETRY_LONGEST, RETRY_JITTER, TIMEOUT);

  /** All of them. */
  public static final List<Key<?>> ALL =
      List.of(
          SCHEMA,
          DB_SCHEMA,
          SOURCE,
          STORE,
          RETRY_POLICY,
          RETRY_ATTEMPTS,
          RETRY_PAUSE,
          RETRY_LONGEST,
          RETRY_JITTER,
          TIMEOUT,
          IDEMPOTENCY_KEPT,
          AUDIT,
          REST_MAX_BODY,
          REST_AWAIT,
          REST_COMMAND_ROLES,
          REST_EVENT_ROLES,
          PAYLOAD_VISIBILITY,
          UNKNOWN_EVENTS,
          DELETE_STREAMS,
          CACHED_EVENTS,
          QUERY_UPDATE_INTERVAL,
          NODE,
          LEASE,
          POLL,
          BATCH_EVENTS,
          BATCH_TIME,
          FAILURE_POLICY,
          FAILURE_ATTEMPTS,
          FAILURE_PAUSE,
          FAILURE_LONGEST,
          FAILURE_THEN,
          OLD_KEPT,
          READY_LAG,
          READY_BEHIND,
          READY_HELD,
          LIVE_SILENCE,
          TELEMETRY_INTERVAL,
          DEADLINE_POLL,
          SAGA_POLICY,
          SAGA_ATTEMPTS,
          SAGA_PAUSE,
          SAGA_LONGEST,
          SAGA_COMPENSATION_ATTEMPTS,
          SAGA_THREADS,
          DEADLINE_FAILURE_POLICY,
          DEADLINE_FAILURE_ATTEMPTS,
          DEADLINE_FAILURE_PAUSE,
          DEADLINE_FAILURE_LONGEST);

  private Keys() {}

  private static Key<Integer> number(String name, String unit, int value, int least, int most) {
    return new Key<>(
        name,
        Integer.toString(value),
        "a number of %s from %d to %d".formatted(unit, least, most),
        text -> require(Integer.parseInt(text), least, most));
  }

  private static Key<Duration> duration(String name, String value, String least, String most) {
    return new Key<>(
        name,
        value,
        "an ISO-8601 duration from %s to %s, such as %s".formatted(least, most, value),
        text -> require(parse(text), parse(least), parse(most)));
  }

  private static Duration parse(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static <T extends Comparable<T>> T require(T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(value.toString());
    }
    return value;
  }

  /** Names of roles with commas between; empty for nobody. */
  private static Key<List<String>> roles(String name, String value) {
    return new Key<>(
        name,
        value,
        "names of roles with commas between, each of 1 to 100 characters without spaces; empty for nobody",
        text -> {
          List<String> roles =
              Stream.of(text.split(","))
                  .map(String::strip)
                  .filter(role -> !role.isEmpty())
                  .toList();
          if (!roles.stream().allMatch(role -> role.matches("\\S{1,100}"))) {
            throw new IllegalArgumentException(text);
          }
          return roles;
        });
  }

  private static Key<Boolean> flag(String name, boolean value) {
    return new Key<>(
        name,
        Boolean.toString(value),
        "true or false",
        text -> {
          if (!text.matches("true|false")) {
            throw new IllegalArgumentException(text);
          }
          return Boolean.valueOf(text);
        });
  }

  /** One of the constants, in lower case and with hyphens. */
  private static <E extends Enum<E>> Key<E> choice(String name, E value) {
    Class<E> type = value.getDeclaringClass();
    Map<String, E> constants = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      constants.put(spelled(constant), constant);
    }
    return new Key<>(
        name,
        spelled(value),
        alternatives(List.copyOf(constants.keySet())),
        text -> {
          E found = constants.get(text.toLowerCase(Locale.ROOT));
          if (found == null) {
            throw new IllegalArgumentException(text);
          }
          return found;
        });
  }

  private static String alternatives(List<String> texts) {
    int last = texts.size() - 1;
    return String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Function<String, String> matching(String pattern) {
    return text -> {
      if (!text.matches(pattern)) {
        throw new IllegalArgumentException(text);
      }
      return text;
    };
  }
}
