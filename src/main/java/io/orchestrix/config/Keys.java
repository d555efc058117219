package io.orchestrix.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Every configuration key there is; {@code docs/reference/configuration.md} lists the same. */
public final class Keys {

  /** How the tables come to be. */
  public static final Key<SchemaMode> SCHEMA =
      new Key<>(
          "orchestrix.schema",
          "validate",
          "validate, migrate or none",
          text -> SchemaMode.valueOf(text.toUpperCase(Locale.ROOT)));

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
  public static final Key<StoreKind> STORE =
      new Key<>(
          "orchestrix.store",
          "jpa",
          "jpa or memory",
          text -> StoreKind.valueOf(text.toUpperCase(Locale.ROOT)));

  /** How the pauses grow when a command loses against concurrent ones. */
  public static final Key<Backoff> RETRY_POLICY =
      new Key<>(
          "orchestrix.retry.policy",
          "exponential",
          "none, fixed, linear or exponential",
          text -> Backoff.valueOf(text.toUpperCase(Locale.ROOT)));

  /** How often a command is tried when it loses against concurrent ones. */
  public static final Key<Integer> RETRY_ATTEMPTS =
      new Key<>("orchestrix.retry.attempts", "10", "a whole number from 1 to 100", between(1, 100));

  /** The pause before the second attempt. */
  public static final Key<Duration> RETRY_PAUSE =
      new Key<>(
          "orchestrix.retry.pause",
          "PT0.005S",
          "an ISO-8601 duration such as PT0.005S, not negative, at most PT1H",
          durationUpTo(Duration.ofHours(1)));

  /** The longest pause before any attempt. */
  public static final Key<Duration> RETRY_LONGEST =
      new Key<>(
          "orchestrix.retry.longest",
          "PT0.25S",
          "an ISO-8601 duration such as PT0.25S, not negative, at most PT1H",
          durationUpTo(Duration.ofHours(1)));

  /** Whether a pause is a random part of what the policy says. */
  public static final Key<Boolean> RETRY_JITTER =
      new Key<>("orchestrix.retry.jitter", "true", "true or false", Keys::flag);

  /** How long a command may take, over all its attempts. */
  public static final Key<Duration> TIMEOUT =
      new Key<>(
          "orchestrix.timeout",
          "PT0S",
          "an ISO-8601 duration such as PT10S, at most P1D; PT0S for no limit",
          durationUpTo(Duration.ofDays(1)));

  /** How long the answer to a command with an idempotency key is kept. */
  public static final Key<Duration> IDEMPOTENCY_KEPT =
      new Key<>(
          "orchestrix.idempotency.kept",
          "P1D",
          "an ISO-8601 duration such as P1D, at most P366D",
          durationUpTo(Duration.ofDays(366)));

  /** How long the body of a request may be. */
  public static final Key<Integer> REST_MAX_BODY =
      new Key<>(
          "orchestrix.rest.max-body",
          "1048576",
          "a number of bytes from 1 to 104857600",
          between(1, 100 << 20));

  /** How long a request waits at most for a projection. */
  public static final Key<Duration> REST_AWAIT =
      new Key<>(
          "orchestrix.rest.await",
          "PT5S",
          "an ISO-8601 duration such as PT5S, not negative, at most PT1M",
          durationUpTo(Duration.ofMinutes(1)));

  /** What becomes of stored events that the application does not know. */
  public static final Key<UnknownEvents> UNKNOWN_EVENTS =
      new Key<>(
          "orchestrix.unknown-events",
          "fail",
          "fail, skip or raw",
          text -> UnknownEvents.valueOf(text.toUpperCase(Locale.ROOT)));

  /** Whether streams may be deleted. */
  public static final Key<Boolean> DELETE_STREAMS =
      new Key<>("orchestrix.delete-streams", "false", "true or false", Keys::flag);

  /** How many events are remembered, to rebuild aggregates without reading them again. */
  public static final Key<Integer> CACHED_EVENTS =
      new Key<>(
          "orchestrix.aggregates.cached-events",
          "100000",
          "a number of events from 0 to 100000000; 0 remembers none",
          between(0, 100_000_000));

  /** How often a query that somebody has subscribed to is asked again at most. */
  public static final Key<Duration> QUERY_UPDATE_INTERVAL =
      new Key<>(
          "orchestrix.query.update-interval",
          "PT0.1S",
          "an ISO-8601 duration such as PT0.1S, not negative, at most PT1H",
          durationUpTo(Duration.ofHours(1)));

  /** What tells this process from the other nodes. */
  public static final Key<String> NODE =
      new Key<>(
          "orchestrix.node",
          "",
          "at most 60 characters; empty for the name of the machine",
          matching(".{0,60}"));

  /** How long a node is believed to be alive that says nothing. */
  public static final Key<Duration> LEASE =
      new Key<>(
          "orchestrix.subscriptions.lease",
          "PT10S",
          "an ISO-8601 duration from PT1S to PT10M",
          duration(Duration.ofSeconds(1), Duration.ofMinutes(10)));

  /** How long nobody looks for the events of other nodes at most. */
  public static final Key<Duration> POLL =
      new Key<>(
          "orchestrix.subscriptions.poll",
          "PT1S",
          "an ISO-8601 duration from PT0.005S to PT1M",
          duration(Duration.ofMillis(5), Duration.ofMinutes(1)));

  /** How many events a projection handles in one transaction at most. */
  public static final Key<Integer> BATCH_EVENTS =
      new Key<>(
          "orchestrix.projections.batch-events",
          "5000",
          "a whole number from 1 to 100000",
          between(1, 100_000));

  /** After which time a projection begins no further event in one transaction. */
  public static final Key<Duration> BATCH_TIME =
      new Key<>(
          "orchestrix.projections.batch-time",
          "PT1S",
          "an ISO-8601 duration such as PT1S, not negative, at most PT1M",
          durationUpTo(Duration.ofMinutes(1)));

  /** How the pauses grow when an event fails. */
  public static final Key<Backoff> FAILURE_POLICY =
      new Key<>(
          "orchestrix.projections.failure.policy",
          "exponential",
          "none, fixed, linear or exponential",
          text -> Backoff.valueOf(text.toUpperCase(Locale.ROOT)));

  /** How often an event is tried. */
  public static final Key<Integer> FAILURE_ATTEMPTS =
      new Key<>(
          "orchestrix.projections.failure.attempts",
          "5",
          "a whole number from 1 to 100",
          between(1, 100));

  /** The pause before the second attempt. */
  public static final Key<Duration> FAILURE_PAUSE =
      new Key<>(
          "orchestrix.projections.failure.pause",
          "PT0.1S",
          "an ISO-8601 duration such as PT0.1S, not negative, at most PT1H",
          durationUpTo(Duration.ofHours(1)));

  /** The longest pause before any attempt. */
  public static final Key<Duration> FAILURE_LONGEST =
      new Key<>(
          "orchestrix.projections.failure.longest",
          "PT10S",
          "an ISO-8601 duration such as PT10S, not negative, at most PT1H",
          durationUpTo(Duration.ofHours(1)));

  /** What follows the last attempt. */
  public static final Key<AfterFailure> FAILURE_THEN =
      new Key<>(
          "orchestrix.projections.failure.then",
          "dead-letter",
          "dead-letter, skip or stop",
          text -> AfterFailure.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));

  /** How long a version of a read model is kept that is read no more. */
  public static final Key<Duration> OLD_KEPT =
      new Key<>(
          "orchestrix.projections.old-kept",
          "PT1M",
          "an ISO-8601 duration such as PT1M, at most P366D",
          durationUpTo(Duration.ofDays(366)));

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
          OLD_KEPT);

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
          REST_MAX_BODY,
          REST_AWAIT,
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
          OLD_KEPT);

  private Keys() {}

  private static Function<String, String> matching(String pattern) {
    return text -> {
      if (!text.matches(pattern)) {
        throw new IllegalArgumentException(text);
      }
      return text;
    };
  }

  private static Function<String, Integer> between(int least, int most) {
    return text -> {
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException(text);
      }
      return number;
    };
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Function<String, Duration> durationUpTo(Duration longest) {
    return duration(Duration.ZERO, longest);
  }

  private static Function<String, Duration> duration(Duration shortest, Duration longest) {
    return text -> {
      try {
        Duration duration = Duration.parse(text);
        if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
          throw new IllegalArgumentException(text);
        }
        return duration;
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(text, e);
      }
    };
  }
}
