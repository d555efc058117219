package io.orchestrix.it.nodes;

import io.orchestrix.it.Launch;
import io.orchestrix.it.PostgresServer;
import io.orchestrix.it.ServerUnderTest;
import io.orchestrix.it.Wars;
import io.orchestrix.it.guest.bells.Alarm;
import io.orchestrix.it.guest.bells.Bell;
import io.orchestrix.it.guest.bells.BellRinger;
import io.orchestrix.it.guest.bells.BellsResource;
import io.orchestrix.it.guest.bells.Ring;
import io.orchestrix.it.guest.bells.Rung;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

/**
 * Several servers with the bank and some bells in its WAR, and one PostgreSQL that is theirs alone.
 * They are called a, b and so on, which each of them finds as {@code orchestrix.node}; their logs
 * are in {@code target/it/node-<name>}. They end with this JVM, also when somebody aborts the
 * build.
 *
 * <p>They are of as many kinds of server, in turn, as {@code -Dnodes.kinds} says: of those that the
 * class path has as a {@link ServerUnderTest}, the module's own first.
 */
public final class Nodes implements AutoCloseable {
  private static final int KINDS = Integer.getInteger("nodes.kinds", 1);

  private final TimeLine timeLine = new TimeLine();
  private final Map<String, Node> nodes = new ConcurrentSkipListMap<>();
  private final PostgresServer postgres =
      new PostgresServer(Path.of("target/it/postgres-of-nodes"));

  private Nodes() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop nodes"));
  }

  /**
   * Whether every kind of server is built that the nodes shall be of; if not, it prints so. For
   * {@code @EnabledIf} above a test.
   */
  public static boolean areBuilt() {
    var kinds = kinds().stream().map(ServerUnderTest::title).toList();
    if (kinds.size() < KINDS) {
      System.out.printf(
          "No tests with several nodes: they want %d kinds of server, and there is only %s. Build the"
              + " module of the other one first.%n",
          KINDS, kinds);
      return false;
    }
    return true;
  }

  /** Starts so many at the same time on an empty database, and waits until all are ready. */
  public static Nodes start(int count) {
    var kinds = kinds();
    var nodes = new Nodes();
    var threads = Executors.newFixedThreadPool(count);
    try {
      var starts = new CompletableFuture<?>[count];
      for (var i = 0; i < count; i++) {
        var name = Character.toString('a' + i);
        var kind = kinds.get(i % KINDS);
        var launch = nodes.prepare(name, kind, kinds.get(0).bank());
        starts[i] = CompletableFuture.runAsync(() -> nodes.add(name, kind, launch), threads);
      }
      CompletableFuture.allOf(starts).join();
      return nodes;
    } catch (RuntimeException e) {
      nodes.close();
      throw e;
    } finally {
      threads.shutdown();
    }
  }

  public Node get(String name) {
    return Optional.ofNullable(nodes.get(name)).orElseThrow();
  }

  public List<Node> all() {
    return List.copyOf(nodes.values());
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public TimeLine timeLine() {
    return timeLine;
  }

  @Override
  public void close() {
    nodes.values().forEach(Node::close);
    postgres.close();
  }

  private static List<ServerUnderTest> kinds() {
    return ServerUnderTest.all().stream().filter(kind -> Files.exists(kind.bank())).toList();
  }

  /** A server of its own; the WAR is the same file for all, whenever their modules were built. */
  private Launch prepare(String name, ServerUnderTest kind, Path bank) {
    var settings = new HashMap<>(postgres.settings());
    settings.put("orchestrix.node", name);
    settings.put("db.application", Node.application(name));
    var launch = kind.prepare("node-" + name, settings);
    Wars.extend(
        bank,
        launch.bank(),
        war ->
            war.addClasses(Bell.class, Rung.class, Ring.class, Alarm.class)
                .addClasses(BellRinger.class, BellsResource.class));
    return launch;
  }

  private void add(String name, ServerUnderTest kind, Launch launch) {
    timeLine.add(name + ": " + kind.title() + " starts");
    nodes.put(name, new Node(name, launch, postgres, timeLine));
  }
}
