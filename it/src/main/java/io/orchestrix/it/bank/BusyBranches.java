package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.nodes.Node;
import io.orchestrix.it.nodes.TimeLine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Two nodes that many clients book at, and the books of what both have acknowledged. */
final class BusyBranches {
  static final int CLIENTS = 64;
  static final long SEED = 17;
  private static final int ACCOUNTS = 100;

  /** What one node carries while the other starts, on two cores; at 200 the start takes 80 s. */
  private static final int RATE = 100;

  private static final int PLENTY = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Node a;
  private final Node b;
  private final Branch atA;
  private final Branch atB;
  private final Ledger ledger = new Ledger();

  BusyBranches(Node a, Node b) {
    this.a = a;
    this.b = b;
    this.atA = Branch.at(a);
    this.atB = Branch.at(b);
  }

  /** Clients that will book at both. */
  SteadyLoad load(String name) throws IOException {
    var source = EntrySource.of(name + "-" + UUID.randomUUID(), ACCOUNTS).withNewcomers(2);
    return new SteadyLoad(List.of(atA, atB), ledger, source, Pace.perSecond(RATE));
  }

  void awaitMoreAtBoth() {
    atA.bookings().awaitMore(PLENTY, PATIENCE);
    awaitMoreAtB();
  }

  void awaitMoreAtB() {
    atB.bookings().awaitMore(PLENTY, PATIENCE);
  }

  /** The longest time between then and now in which b has acknowledged nothing. */
  Duration pauseAtB(long since) {
    return atB.bookings().longestSilence(since, System.nanoTime());
  }

  /** On both nodes: what was acknowledged is there once, and what was not can be repeated. */
  void booksAreComplete() throws IOException {
    assertThat(statuses()).isSubsetOf(200, 201, 409, 503);
    new LedgerCheck(ledger, Bank.at(b.server())).repeatedEntriesAreBookedOnce();
    new LedgerCheck(ledger, Bank.at(a.server())).nothingIsLostOrDoubled();
  }

  private Set<Integer> statuses() {
    var statuses = new TreeSet<>(atA.bookings().statuses());
    statuses.addAll(atB.bookings().statuses());
    return statuses;
  }

  void report(String what, Duration pause, TimeLine timeLine) {
    timeLine.add(what + ": longest pause of bookings at b " + pause.toMillis() + " ms");
    timeLine.add(report(a, atA));
    timeLine.add(report(b, atB));
    var unknown = ledger.with(Ledger.Outcome.UNKNOWN).size();
    timeLine.add(ledger.acknowledged() + " acknowledged, " + unknown + " unknown");
  }

  private static String report(Node node, Branch branch) {
    var answers = branch.bookings();
    var slowest = answers.slowest().toMillis();
    return node + ": bookings " + answers.counts() + ", slowest " + slowest + " ms";
  }
}
