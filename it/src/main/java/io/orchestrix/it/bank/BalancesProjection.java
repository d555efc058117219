package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.PostgresServer;
import io.orchestrix.it.nodes.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bank's projection as its tables tell, whatever becomes of the nodes. */
record BalancesProjection(PostgresServer postgres) {

  /** A part of the work: who does it, and the last event that it has passed. */
  private record Segment(String owner, long checkpoint) {
    boolean isOf(Node node) {
      return owner.startsWith(node.name() + "-");
    }
  }

  /** The events, and what the read model has to have of each: the fold of the log. */
  private static final String FOLD =
      """
      with event as (
        select position, payload::jsonb as data, occurred_at,
          case type when 'AccountOpened' then 'OPENING'
            when 'MoneyDeposited' then 'DEPOSIT' else 'WITHDRAWAL' end as kind
        from banking.orx_event
        where type in ('AccountOpened', 'MoneyDeposited', 'MoneyWithdrawn')),
      booking as (
        select position, data->>'accountId' as account_id, data->>'owner' as owner, kind, occurred_at,
          (coalesce(data->>'amount', data->>'initialBalance'))::numeric as amount
        from event),
      line as (
        select account_id, position, kind, amount, occurred_at as booked_at,
          sum(case kind when 'WITHDRAWAL' then -amount else amount end)
            over (partition by account_id order by position) as balance_after
        from booking),
      balance as (
        select account_id, max(owner) as owner, max(position) as position,
          sum(case kind when 'WITHDRAWAL' then -amount else amount end) as balance
        from booking group by account_id)
      """;

  private static final String LINES =
      "account_id, position, kind, amount, balance_after, booked_at";
  private static final String BALANCES = "account_id, owner, position, balance";

  /** Whether both nodes work on it. */
  boolean isShared(Node one, Node other) {
    var segments = segments().values();
    return segments.stream().anyMatch(segment -> segment.isOf(one))
        && segments.stream().anyMatch(segment -> segment.isOf(other));
  }

  /**
   * Waits until somebody else does what this node did and every part of the work goes on; it needs
   * a load.
   *
   * @return how long it took from {@code since} on
   */
  Duration awaitTakeOver(Node from, long since, Duration atMost) {
    var before = segments();
    var gone =
        before.values().stream()
            .filter(segment -> segment.isOf(from))
            .map(Segment::owner)
            .collect(Collectors.toSet());
    await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              var now = segments();
              return before.entrySet().stream()
                  .allMatch(was -> goesOn(was.getValue(), now.get(was.getKey()), gone));
            });
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** Whoever is gone comes back under another name. */
  private static boolean goesOn(Segment was, @Nullable Segment now, Set<String> gone) {
    return now != null && !gone.contains(now.owner()) && now.checkpoint() > was.checkpoint();
  }

  /** Waits until it has passed all events; nobody books any more. */
  void awaitEnd(Duration atMost) {
    var last = Long.parseLong(postgres.rows("select max(position) from banking.orx_event").get(0));
    await()
        .atMost(atMost)
        .until(
            () -> segments().values().stream().allMatch(segment -> segment.checkpoint() >= last));
  }

  /** One line for each event, and one balance for each account, as the events say. */
  void isTheFoldOfTheLog() {
    same("bank_statement_line", "line", LINES);
    same("bank_balance", "balance", BALANCES);
    assertThat(postgres.count("banking.orx_dead_letter")).as("dead letters").isZero();
  }

  private void same(String table, String fold, String columns) {
    var kept = "select " + columns + " from " + table + " where version = 1";
    var expected = "select " + columns + " from " + fold;
    assertThat(postgres.count(table)).as("rows of %s", table).isPositive();
    assertThat(postgres.rows(FOLD + expected + " except all (" + kept + ")"))
        .as("missing in %s", table)
        .isEmpty();
    assertThat(postgres.rows(FOLD + kept + " except all (" + expected + ")"))
        .as("too much in %s", table)
        .isEmpty();
  }

  private Map<Integer, Segment> segments() {
    var segments = new TreeMap<Integer, Segment>();
    postgres
        .rows(
            "select segment, coalesce(owner, ''), checkpoint from banking.orx_segment"
                + " where subscription = 'balances/1'")
        .stream()
        .map(row -> row.split(",", -1))
        .forEach(
            row ->
                segments.put(Integer.valueOf(row[0]), new Segment(row[1], Long.parseLong(row[2]))));
    return segments;
  }
}
