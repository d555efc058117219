package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.deadline.Deadlines;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.CrashingPostgres;
import io.orchestrix.saga.Transfers.Requested;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of transfers on two nodes, one of which ends while another joins, and PostgreSQL is
 * killed and comes back.
 */
class SagaNodesTest {

  private static final int TRANSFERS = 300;
  private static final int ACCOUNTS = 20;
  private static final String ENDED =
      "select count(*) from \"n\".orx_saga where status in ('COMPLETED', 'COMPENSATED')";

  /** By its amount each is known; a tenth goes to accounts that are closed. */
  private static Requested transfer(int i) {
    int to = (i * 7 + 3) % ACCOUNTS;
    return new Requested(
        "T-" + i,
        "a" + i % ACCOUNTS,
        (i % 10 == 0 ? Bank.CLOSED : "a") + (to == i % ACCOUNTS ? to + 1 : to),
        BigDecimal.valueOf(i));
  }

  private static void request(LivingNode node, int from, int to) {
    node.request(IntStream.range(from, to).mapToObj(SagaNodesTest::transfer).toList());
  }

  private static void awaitEnded(LivingNode node, int many) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions() // the database may be away
        .until(() -> node.number(ENDED) >= many);
  }

  @Test
  void each_is_completed_or_taken_back_and_every_effect_happens_once(@TempDir Path data)
      throws Exception {
    try (CrashingPostgres postgres = CrashingPostgres.start(data);
        LivingNode a = LivingNode.start(postgres.database(), "n").begin()) {
      try (LivingNode b = LivingNode.start(postgres.database(), "n").begin()) {
        request(b, 1, 101);
        awaitEnded(a, 30);
      }
      try (LivingNode c = LivingNode.start(postgres.database(), "n").begin()) {
        request(c, 101, 201);
        awaitEnded(a, 120);
        postgres.crash();
        awaitEnded(a, 130);
        request(a, 201, TRANSFERS + 1);
        awaitEnded(c, TRANSFERS);
      }

      assertThat(a.sagas().counts())
          .containsExactly(
              new SagaCount("transfer", 1, SagaStatus.COMPLETED, TRANSFERS - TRANSFERS / 10),
              new SagaCount("transfer", 1, SagaStatus.COMPENSATED, TRANSFERS / 10));
      assertThat(booked(a)).isEqualTo(expected());
      await().untilAsserted(() -> assertThat(a.container().get(Deadlines.class).count()).isZero());
      assertThat(a.number("select count(*) from \"n\".orx_dead_letter")).isZero();
    }
  }

  /** What is to be booked on each account. */
  private static Map<String, List<BigDecimal>> expected() {
    Map<String, List<BigDecimal>> expected = new HashMap<>();
    for (int i = 1; i <= TRANSFERS; i++) {
      Requested transfer = transfer(i);
      boolean isRefused = transfer.to().startsWith(Bank.CLOSED);
      book(expected, transfer.from(), transfer.amount().negate());
      book(expected, isRefused ? transfer.from() : transfer.to(), transfer.amount());
    }
    expected.values().forEach(amounts -> amounts.sort(null));
    return expected;
  }

  private static void book(Map<String, List<BigDecimal>> all, String account, BigDecimal amount) {
    all.computeIfAbsent(account, name -> new ArrayList<>()).add(amount);
  }

  private static Map<String, List<BigDecimal>> booked(LivingNode node) {
    Map<String, List<BigDecimal>> booked = new HashMap<>();
    EventStore events = node.container().get(EventStore.class);
    for (int i = 0; i < ACCOUNTS; i++) {
      String account = "a" + i;
      events
          .read(new StreamId("account", account))
          .forEach(event -> book(booked, account, ((Bank.Booked) event.payload()).amount()));
    }
    booked.values().forEach(amounts -> amounts.sort(null));
    return booked;
  }
}
