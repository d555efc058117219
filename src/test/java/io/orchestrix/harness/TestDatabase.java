package io.orchestrix.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * A database to test with.
 *
 * @param url where it is
 * @param user who comes
 * @param password the user's
 */
public record TestDatabase(String url, String user, String password) {

  /** Started once for all tests of this JVM; it ends with the JVM. */
  private static final class SharedPostgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A fresh H2 in memory. */
  public static TestDatabase h2() {
    return new TestDatabase(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
  }

  /** The real PostgreSQL that all tests share. */
  public static TestDatabase postgres() {
    return new TestDatabase(
        SharedPostgres.SERVER.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }
}
