package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Http;
import io.orchestrix.it.PostgresServer;
import io.orchestrix.it.nodes.Node;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Bells that a node was told to ring, one every 20 ms, by deadlines and by scheduled commands;
 * whoever rings one leaves an event.
 *
 * @param first when the first one is due
 */
record Peal(PostgresServer postgres, String name, Instant first) {
  static final int SIZE = 200;
  private static final Duration APART = Duration.ofMillis(20);
  private static final Duration AHEAD = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private record Ring(int bell, Instant at, String node) {}

  static Peal at(Node node, PostgresServer postgres) throws IOException, InterruptedException {
    var name = "peal-" + UUID.randomUUID();
    var path = "bells/%s/peal?count=%d&in=%s&apart=%s".formatted(name, SIZE, AHEAD, APART);
    var schedule = HttpRequest.newBuilder(Bank.at(node.server()).address().resolve(path));
    var answer = Http.send(schedule.POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Peal(postgres, name, Instant.parse(answer.body()));
  }

  void awaitRings(int atLeast) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rings().size() >= atLeast);
  }

  /** Waits until nobody has to ring any more. */
  void awaitEnd() {
    await()
        .atMost(PATIENCE)
        .until(
            () -> postgres.count("banking.orx_deadline where payload like '%" + name + "%'") == 0);
  }

  void eachBellHasRungOnceAndNotEarly() {
    assertThat(rings())
        .extracting(Ring::bell)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, SIZE).boxed().toList());
    assertThat(rings()).allSatisfy(ring -> assertThat(ring.at()).isAfterOrEqualTo(due(ring)));
  }

  /** How late the worst of those was that were due in between. */
  Duration latest(Instant from, Instant to) {
    return rings().stream()
        .filter(ring -> !due(ring).isBefore(from) && due(ring).isBefore(to))
        .map(this::late)
        .max(Duration::compareTo)
        .orElseThrow();
  }

  long rungBy(Node node) {
    return rings().stream().filter(ring -> ring.node().equals(node.name())).count();
  }

  /**
   * @param at when the one was killed
   */
  String report(Node killed, Node other, Instant at) {
    return String.format(
        Locale.ROOT,
        "of %d bells %s has rung %d before its end, and %s %d; late by %d ms at most what was due before, by %d ms after",
        SIZE,
        killed,
        rungBy(killed),
        other,
        rungBy(other),
        latest(Instant.MIN, at).toMillis(),
        latest(at, Instant.MAX).toMillis());
  }

  private Instant due(Ring ring) {
    return first.plus(APART.multipliedBy(ring.bell()));
  }

  private Duration late(Ring ring) {
    return Duration.between(due(ring), ring.at());
  }

  private List<Ring> rings() {
    return postgres
        .rows(
            String.format(
                Locale.ROOT,
                "select data->>'bellId', data->>'at', data->>'node' from"
                    + " (select payload::jsonb as data from banking.orx_event where type = 'Rung') r"
                    + " where data->>'bellId' like '%s-%%'",
                name))
        .stream()
        .map(row -> row.split(",", -1))
        .map(row -> new Ring(bell(row[0]), Instant.parse(row[1]), row[2]))
        .toList();
  }

  private static int bell(String id) {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }
}
