package io.orchestrix.it.nodes;

import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Launch;
import io.orchestrix.it.PostgresServer;
import io.orchestrix.it.RunningServer;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One of several servers with the same application and database. What happens is in the time line.
 */
public final class Node implements AutoCloseable {
  private static final Duration LUCK = Duration.ofSeconds(30);

  private final String name;
  private final PostgresServer postgres;
  private final TimeLine timeLine;
  private final RunningServer server;

  /** Starts it and waits until it is ready. */
  Node(String name, Launch launch, PostgresServer postgres, TimeLine timeLine) {
    this.name = name;
    this.postgres = postgres;
    this.timeLine = timeLine;
    server = new RunningServer(launch);
    note("ready");
  }

  /** Its {@code orchestrix.node}. */
  public String name() {
    return name;
  }

  public RunningServer server() {
    return server;
  }

  /** SIGKILL: the database notices at once, because the connections end. */
  public void kill() {
    server.kill();
    note("SIGKILL");
  }

  /** SIGTERM, and waits for the end. */
  public void stop() {
    note("SIGTERM");
    server.stop();
    note("ended");
  }

  /** Starts it again, on the same port, and waits until it is ready. */
  public void start() {
    note("starts");
    server.start();
    note("ready");
  }

  public void restart() {
    stop();
    start();
  }

  /** SIGSTOP: as a long garbage collection or a frozen virtual machine; its connections stay. */
  public void freeze() {
    server.freeze();
    note("SIGSTOP");
  }

  /** SIGSTOP at a moment when it has written and not committed; it needs a load. */
  public void freezeInTransaction() {
    freezeWhen(() -> openWrites() > 0);
    note("SIGSTOP with " + openWrites() + " open writes");
  }

  /**
   * SIGSTOP at a moment when it has nothing written that is not committed, so that it holds up
   * nobody who reads in order.
   *
   * @return when
   */
  public long freezeAmongTransactions() {
    freezeWhen(() -> openWrites() == 0);
    note("SIGSTOP without open writes");
    return System.nanoTime();
  }

  /** SIGCONT after {@link #freeze()}: it goes on as if nothing had happened. */
  public void thaw() {
    server.thaw();
    note("SIGCONT");
  }

  private void freezeWhen(BooleanSupplier isRight) {
    await()
        .atMost(LUCK)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              server.freeze();
              if (isRight.getAsBoolean()) {
                return true;
              }
              server.thaw();
              return false;
            });
  }

  /** Waits until it is ready again, whatever was done to it. */
  public void revive() {
    if (server.process().isAlive()) {
      server.thaw();
      server.awaitReady();
    } else {
      start();
    }
  }

  /** How many sessions it has in the database. */
  public int sessions() {
    return postgres.sessions(application(name));
  }

  /** How many of them have written, wait for the node and hold their locks. */
  public int openWrites() {
    return postgres.openWrites(application(name));
  }

  /** SIGKILL without a word, for tests that have ended. */
  @Override
  public void close() {
    server.kill();
  }

  @Override
  public String toString() {
    return name;
  }

  /** What its sessions are called in the database. */
  static String application(String name) {
    return "orchestrix-" + name;
  }

  private void note(String what) {
    timeLine.add(name + ": " + what);
  }
}
