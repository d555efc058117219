package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Jcmd;
import io.orchestrix.it.nodes.Node;
import io.orchestrix.it.nodes.Nodes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;

/** The bank on two nodes with one database: one of them is killed, or stands still for a while. */
@EnabledIf("io.orchestrix.it.nodes.Nodes#areBuilt")
class TwoNodesIT {
  /** Half as many as other crash tests have: with the restart, each takes a quarter of a minute. */
  private static final int KILLS = Math.max(1, Integer.getInteger("crash.rounds", 2) / 2);

  private static final Duration STALL = Duration.ofSeconds(Integer.getInteger("nodes.stall", 12));
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The 30 s after which the database ends what a node that stands still has begun, and a little.
   */
  private static final Duration PAUSE = Duration.ofSeconds(35);

  private static final Duration SHORT_PAUSE = Duration.ofSeconds(10);

  /** The lease of 10 s, and what it takes to notice. */
  private static final Duration TAKE_OVER = Duration.ofSeconds(30);

  @AutoClose private static Nodes nodes;
  private static Node a;
  private static Node b;
  private static BalancesProjection balances;

  private BusyBranches branches;

  @BeforeAll
  static void start() {
    nodes = Nodes.start(2);
    a = nodes.get("a");
    b = nodes.get("b");
    balances = new BalancesProjection(nodes.postgres());
  }

  @BeforeEach
  void both_are_there_and_nobody_has_asked_yet() {
    nodes.all().forEach(Node::revive);
    branches = new BusyBranches(a, b);
  }

  @Test
  void what_one_node_writes_the_other_reads_and_writes_on() throws Exception {
    var account = "shared-" + UUID.randomUUID();
    assertThat(bankOf(a).open(account, "Ada", "100").status()).isEqualTo(201);
    assertThat(bankOf(b).balance(account)).isEqualByComparingTo("100");

    for (var round = 1; round <= 10; round++) {
      assertThat(bankOf(a).deposit(account, "a" + round, "5").status()).isEqualTo(200);
      assertThat(bankOf(b).balance(account)).isEqualByComparingTo(100 + 3 * (round - 1) + 5 + "");
      assertThat(bankOf(b).withdraw(account, "b" + round, "2").status()).isEqualTo(200);
      assertThat(bankOf(a).balance(account)).isEqualByComparingTo(100 + 3 * round + "");
    }
  }

  @Test
  void each_node_knows_its_name_and_so_does_the_database() throws Exception {
    for (var node : nodes.all()) {
      assertThat(Jcmd.ask(node.server().process(), "VM.system_properties"))
          .contains("orchestrix.node=" + node.name());
      assertThat(node.sessions()).isPositive();
    }
  }

  @Test
  void a_killed_node_leaves_the_other_at_work_and_serves_again_when_it_is_back() throws Exception {
    Duration pause;
    try (var load = branches.load("kill")) {
      load.start(BusyBranches.CLIENTS, BusyBranches.SEED);
      bothBook();
      var killed = System.nanoTime();
      a.kill();
      var takenOver = CompletableFuture.runAsync(() -> takenOver("SIGKILL", killed));
      branches.awaitMoreAtB();
      a.start();
      takenOver.join();
      bothBook();
      pause = branches.pauseAtB(killed);
    }

    branches.report("SIGKILL of a", pause, nodes.timeLine());
    assertThat(pause).isLessThan(SHORT_PAUSE);
    theBooksAreComplete();
  }

  @Test
  void what_a_killed_node_has_scheduled_the_other_does_at_its_time() throws Exception {
    for (var kill = 1; kill <= KILLS; kill++) {
      a.revive();
      var peal = Peal.at(a, nodes.postgres());
      peal.awaitRings(Peal.SIZE / 4);
      var killed = Instant.now();
      a.kill();
      await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> a.sessions() == 0);
      var end = Duration.between(killed, Instant.now());
      nodes.timeLine().add("a: has no session any more " + end.toMillis() + " ms after the kill");
      peal.awaitEnd();

      peal.eachBellHasRungOnceAndNotEarly();
      nodes.timeLine().add(peal.report(a, b, killed));
      assertThat(peal.rungBy(b)).isPositive();
      assertThat(peal.latest(killed, Instant.MAX)).isLessThan(SHORT_PAUSE);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGSTOP")
  void what_a_node_that_stands_still_projected_the_other_goes_on_with() throws Exception {
    try (var load = branches.load("lease")) {
      load.start(BusyBranches.CLIENTS, BusyBranches.SEED);
      bothBook();
      var stopped = a.freezeAmongTransactions();
      takenOver("SIGSTOP", stopped);
      a.thaw();
      bothBook();
    }
    theBooksAreComplete();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGSTOP")
  void a_node_that_stands_still_with_an_open_append_does_not_stop_the_other() throws Exception {
    Duration pause;
    try (var load = branches.load("stall")) {
      load.start(BusyBranches.CLIENTS, BusyBranches.SEED);
      bothBook();
      var stopped = System.nanoTime();
      a.freezeInTransaction();
      awaitStall();
      a.thaw();
      bothBook();
      pause = branches.pauseAtB(stopped);
    }

    branches.report("SIGSTOP of a for " + STALL.toSeconds() + " s", pause, nodes.timeLine());
    assertThat(pause).isLessThan(PAUSE);
    theBooksAreComplete();
  }

  private void bothBook() {
    branches.awaitMoreAtBoth();
    await().atMost(PATIENCE).until(() -> balances.isShared(a, b));
  }

  private void takenOver(String how, long since) {
    var time = balances.awaitTakeOver(a, since, PATIENCE);
    nodes.timeLine().add(how + " of a: what it projected went on after " + time.toMillis() + " ms");
    assertThat(time).isLessThan(TAKE_OVER);
  }

  /** Waits until the stall is over, and notes when the database gave up on what a had written. */
  private static void awaitStall() {
    var from = System.nanoTime();
    await()
        .atMost(STALL.plus(PATIENCE))
        .until(() -> a.openWrites() == 0 || System.nanoTime() - from > STALL.toNanos());
    nodes.timeLine().add("a: " + a.openWrites() + " open writes");
    await().atMost(STALL.plus(PATIENCE)).until(() -> System.nanoTime() - from > STALL.toNanos());
  }

  /** Nothing is lost or doubled, and the read model has each event once. */
  private void theBooksAreComplete() throws IOException {
    branches.booksAreComplete();
    balances.awaitEnd(PATIENCE);
    balances.isTheFoldOfTheLog();
  }

  private static Bank bankOf(Node node) {
    return Bank.at(node.server());
  }
}
