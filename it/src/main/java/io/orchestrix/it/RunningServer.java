package io.orchestrix.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A server whose Java process is our child, so that a test can kill it like a power cut. */
public final class RunningServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Launch launch;
  private final Map<String, String> environment;
  private Process process;

  /** Starts it and waits until the bank can be used. */
  public RunningServer(Launch launch) {
    this(launch, Map.of());
  }

  RunningServer(Launch launch, Map<String, String> environment) {
    this.launch = launch;
    this.environment = environment;
    process = launch();
    awaitReady();
  }

  public URI address() {
    return launch.address();
  }

  /** The process; another one after {@link #start()}. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** What {@code started}, {@code ready} or {@code live} answers. */
  public HttpResponse<String> health(String kind) throws IOException, InterruptedException {
    return Http.get(launch.ready().resolve(kind));
  }

  /** What it has written so far. */
  public String log() throws IOException {
    return Files.readString(launch.log());
  }

  public int ready() throws IOException, InterruptedException {
    return Http.get(launch.ready()).statusCode();
  }

  /** SIGKILL: no shutdown hook, no flush, no goodbye. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGSTOP: it does nothing more, and its connections stay open. */
  public void freeze() {
    Signal.STOP.sendTo(process());
  }

  /** SIGCONT: it goes on after {@link #freeze()}. */
  public void thaw() {
    Signal.CONT.sendTo(process());
  }

  /** SIGTERM, and SIGKILL for a server that does not listen. */
  public void stop() {
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
  public void start() {
    process = launch();
    awaitReady();
  }

  /** Waits until the bank can be used, or kills the server and fails. */
  public void awaitReady() {
    try {
      await()
          .atMost(START)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast("the server has ended", () -> !process.isAlive())
          .until(() -> ready() == 200);
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      kill();
      throw new AssertionError(launch.work() + ": the server did not start\n" + launch.tail(), e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private Process launch() {
    try {
      var builder =
          new ProcessBuilder(launch.command())
              .directory(launch.work().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
      builder.environment().putAll(environment);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
