package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.RunningServer;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server says of itself to whoever starts, routes to and restarts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final RunningServer server = start();

  /** With a limit of the read model, and two keys that are misspelt. */
  private static RunningServer start() {
    return Servers.start(
        "it-health",
        Map.of(
            "db.kind", "h2",
            "orchestrix.projection.balances.ready.behind", "PT1S",
            "orchestrix.telemetry.gauge-interval", "PT0.1S",
            "orchestrix.retry.atempts", "3"),
        Map.of("ORCHESTRIX_RETRY_PUASE", "PT1S"));
  }

  @AfterAll
  void end() {
    server.close();
  }

  @Test
  void a_server_that_runs_is_started_ready_and_alive_and_says_why() throws Exception {
    assertThat(check("started", 200, "orchestrix-tables").path("data").path("schema").asString())
        .isEqualTo("migrate");
    assertThat(check("ready", 200, "orchestrix-event-store").path("data").has("watermark"))
        .isTrue();
    assertThat(check("ready", 200, "orchestrix-projections").path("status").asString())
        .isEqualTo("UP");
    var node = check("live", 200, "orchestrix-node").path("data");
    assertThat(node.path("subscriptionsSilentForMillis").asLong(-1)).isBetween(0L, 60_000L);
    assertThat(node.path("deadlinesSilentForMillis").asLong(-1)).isBetween(0L, 60_000L);
  }

  @Test
  void a_read_model_that_is_late_lets_the_server_be_unready_and_alive() throws Exception {
    var bank = Bank.at(server);
    var operated = new OperatedBank(bank);
    bank.open("late", "Ada", "1");
    operated.awaitCurrent();

    assertThat(operated.act("pause").ok()).isTrue();
    bank.deposit("late", "one", "1");
    await().atMost(PATIENCE).until(() -> server.ready() == 503);
    var late = check("ready", 503, "orchestrix-projections");
    assertThat(late.path("status").asString()).isEqualTo("DOWN");
    assertThat(late.path("data").path("balances").asString())
        .startsWith("late: PAUSED, 1 events and PT")
        .endsWith("at most any number and PT1S");
    assertThat(server.health("live").statusCode()).isEqualTo(200);
    assertThat(server.health("started").statusCode()).isEqualTo(200);

    assertThat(operated.act("resume").ok()).isTrue();
    await().atMost(PATIENCE).until(() -> server.ready() == 200);
  }

  @Test
  void misspelt_keys_are_named_at_start_wherever_they_stand() throws IOException {
    assertThat(server.log().lines().filter(line -> line.contains("ORX-5003")))
        .hasSize(2)
        .anyMatch(
            line ->
                line.contains("orchestrix.retry.atempts is configured")
                    && line.contains("the nearest is orchestrix.retry.attempts."))
        .anyMatch(
            line ->
                line.contains("ORCHESTRIX_RETRY_PUASE is configured")
                    && line.contains("the nearest is ORCHESTRIX_RETRY_PAUSE."));
  }

  private JsonNode check(String kind, int status, String name) throws Exception {
    var answer = server.health(kind);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body())
        .path("checks")
        .valueStream()
        .filter(check -> check.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + answer.body()));
  }
}
