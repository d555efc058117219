package io.orchestrix.it;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One server per database, started when the first test asks and shared by all test classes. Their
 * banks have an {@linkplain OperatorsEntrance entrance for operators}. They end with this JVM, also
 * when somebody aborts the build.
 */
public final class Servers {
  private static final Map<Database, RunningServer> RUNNING = new EnumMap<>(Database.class);
  private static @Nullable PostgresServer postgres;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Servers::stop, "stop servers"));
  }

  private Servers() {}

  public static synchronized RunningServer of(Database database) {
    return RUNNING.computeIfAbsent(
        database,
        kind ->
            switch (kind) {
              case H2 -> start("it-h2", Map.of("db.kind", "h2"));
              case POSTGRESQL -> start("it-postgresql", postgres().settings());
            });
  }

  private static RunningServer start(String name, Map<String, String> settings) {
    return start(name, settings, Map.of());
  }

  /**
   * Starts one with settings of its own, beside those that are shared; to be closed.
   *
   * @param environment more variables of its process
   */
  public static RunningServer start(
      String name, Map<String, String> settings, Map<String, String> environment) {
    var launch = ServerUnderTest.find().prepare(name, settings);
    OperatorsEntrance.addTo(launch.bank());
    return new RunningServer(launch, environment);
  }

  public static synchronized PostgresServer postgres() {
    var running = postgres;
    if (running == null) {
      running = new PostgresServer(Path.of("target/it/postgres"));
      postgres = running;
    }
    return running;
  }

  private static synchronized void stop() {
    RUNNING.values().forEach(RunningServer::close);
    if (postgres != null) {
      postgres.close();
    }
  }
}
