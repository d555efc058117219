package io.orchestrix.unitofwork;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
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

  /**
   * 57P01 to 57P03 shutdown or start-up, 25P03 idle in transaction, 53300 no free connection, 9xxxx
   * H2 closed.
   */
  private static final Set<String> ABSENCES =
      Set.of("57P01", "57P02", "57P03", "25P03", "53300", "90007", "90067", "90098", "90121");

  /**
   * Classifies {@code failure} by the first that tells of itself, its causes, the exceptions that
   * follow it in a batch, and those that a failed commit has suppressed.
   */
  public static DatabaseFailure of(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>();
    left.add(failure);
    while (!left.isEmpty()) {
      Throwable next = left.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (next.getClass().getName().equals(OPTIMISTIC_LOCK)) {
        return CONFLICT;
      }
      Stream<@Nullable Throwable> followers = Stream.of(next.getCause());
      if (next instanceof SQLException sql) {
        DatabaseFailure found = ofState(sql);
        if (found != OTHER) {
          return found;
        }
        followers = Stream.concat(followers, Stream.of(sql.getNextException()));
      }
      Stream.concat(followers, Stream.of(next.getSuppressed()))
          .filter(Objects::nonNull)
          .forEach(left::add);
    }
    return OTHER;
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
            || ABSENCES.contains(state)
            || failure instanceof SQLTransientConnectionException
            || failure instanceof SQLNonTransientConnectionException
            || failure instanceof SQLRecoverableException;
    return away ? UNAVAILABLE : OTHER;
  }
}
