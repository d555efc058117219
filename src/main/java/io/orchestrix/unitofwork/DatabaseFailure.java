package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means, read from the SQLSTATE in the chain of causes. */
public enum DatabaseFailure {
  /** Another transaction won: deadlock, serialisation failure, lock time-out, a newer version. */
  CONFLICT,
  /** A unique key exists already. */
  DUPLICATE,
  /** The database cannot be reached or is shutting down. */
  UNAVAILABLE,
  /** Anything else, or no failure of a database at all. */
  OTHER;

  /**
   * 40001 serialisation, 40P01 deadlock, 55P03 and HYT00 lock time-out, 90131 H2's concurrent
   * update.
   */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

  /** What JPA throws when a {@code @Version} of the application's own entities is outdated. */
  private static final String OPTIMISTIC_LOCK = "jakarta.persistence.OptimisticLockException";

  /** What WildFly's data source says, without an SQLSTATE, when its pool has no connection left. */
  private static final String NO_CONNECTION = "jakarta.resource.ResourceException";

  /**
   * 57P01 to 57P05 shutdown, start-up or an idle session, 57014 cancelled, 25P03 and 25P04
   * time-outs of a transaction, 25006 a standby, 9xxxx H2 closed. All of 08 (connection) and 53
   * (resources) are absences, too.
   */
  private static final Set<String> ABSENCES =
      Set.of(
          "57P01", "57P02", "57P03", "57P05", "57014", "25P03", "25P04", "25006", "90007", "90067",
          "90098", "90121");

  /**
   * Classifies {@code failure} by the first that tells of itself, its causes, the exceptions that
   * follow it in a batch, and those that a failed commit has suppressed.
   */
  public static DatabaseFailure of(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>();
    left.add(failure);
    DatabaseFailure last = OTHER;
    while (!left.isEmpty()) {
      Throwable next = left.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (isNamed(next, OPTIMISTIC_LOCK)) {
        return CONFLICT;
      }
      Stream<@Nullable Throwable> followers = Stream.of(next.getCause());
      if (next instanceof SQLException sql) {
        DatabaseFailure found = ofState(sql);
        if (found != OTHER) {
          return found;
        }
        if (isNamed(sql.getCause(), NO_CONNECTION)) {
          last = UNAVAILABLE; // unless a cause of that has an SQLSTATE
        }
        followers = Stream.concat(followers, Stream.of(sql.getNextException()));
      }
      Stream.concat(followers, Stream.of(next.getSuppressed()))
          .filter(Objects::nonNull)
          .forEach(left::add);
    }
    return last;
  }

  private static boolean isNamed(@Nullable Throwable thrown, String name) {
    return thrown != null && thrown.getClass().getName().equals(name);
  }

  /**
   * The exception that says so for a transaction that was not committed; empty unless another
   * transaction won or the database is away.
   */
  public static Optional<OrchestrixException> explain(Throwable failure) {
    return switch (of(failure)) {
      case CONFLICT -> Optional.of(new ConflictException(failure));
      case UNAVAILABLE -> Optional.of(new UnavailableException(failure));
      case DUPLICATE, OTHER -> Optional.empty();
    };
  }

  private static DatabaseFailure ofState(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (CONFLICTS.contains(state)) {
      return CONFLICT;
    }
    if (state.equals("23505")) {
      return DUPLICATE;
    }
    boolean away =
        state.startsWith("08")
            || state.startsWith("53")
            || ABSENCES.contains(state)
            || failure instanceof SQLTransientConnectionException
            || failure instanceof SQLNonTransientConnectionException
            || failure instanceof SQLRecoverableException;
    return away ? UNAVAILABLE : OTHER;
  }
}
