package io.orchestrix.liberty;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** An Open Liberty whose Java process is our child, so that a test can kill it like a power cut. */
final class LibertyServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final ServerDirectory directory;
  private final URI address;
  private Process process;

  private LibertyServer(ServerDirectory directory, int port) {
    this.directory = directory;
    address = URI.create("http://localhost:" + port);
    process = launch();
    awaitReady();
  }

  /** Starts a server of its own with these settings (db.kind and the like) and waits for it. */
  static LibertyServer start(String name, Map<String, String> settings) {
    var port = FreePort.find();
    return new LibertyServer(ServerDirectory.create(name, port, settings), port);
  }

  URI address() {
    return address;
  }

  Bank bank() {
    return new Bank(address.resolve("/banking/api/"));
  }

  int ready() throws IOException, InterruptedException {
    return Http.get(address.resolve("/health/ready")).statusCode();
  }

  /** SIGKILL: no shutdown hook, no flush, no goodbye. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGTERM, and SIGKILL for a server that does not listen. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /** Starts it again after {@link #kill()} or {@link #stop()}: same port, same data. */
  void start() {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    stop();
  }

  private Process launch() {
    var wlp = ServerDirectory.WLP;
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command =
        List.of(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "@" + wlp.resolve("lib/platform/java/java9.options"),
            "-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"),
            "-jar",
            wlp.resolve("bin/tools/ws-server.jar").toString(),
            directory.name());
    try {
      return new ProcessBuilder(command)
          .directory(directory.path().toFile())
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(directory.logs().resolve("console.log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    try {
      await()
          .atMost(START)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast("the server has ended", () -> !process.isAlive())
          .until(() -> ready() == 200);
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      kill();
      throw new AssertionError(directory.name() + " did not start\n" + directory.tail(), e);
    }
  }
}
