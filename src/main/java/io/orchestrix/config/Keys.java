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
          UNKNOWN_EVENTS,
          DELETE_STREAMS,
          CACHED_EVENTS,
          QUERY_UPDATE_INTERVAL);

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
    return text -> {
      try {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.compareTo(longest) > 0) {
          throw new IllegalArgumentException(text);
        }
        return duration;
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(text, e);
      }
    };
  }
}
