package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orchestrix.it.Database;
import io.orchestrix.it.Promtool;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bank does can be read by Prometheus. */
@ParameterizedClass
@EnumSource
class MetricsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A UUID, or a number of some digits: what names one account, transfer, message or position. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}|(?<![.\\d])\\d{4,}");

  private final Bank bank;
  private final URI metrics;
  private final String name = UUID.randomUUID().toString();

  MetricsIT(Database database) {
    var server = Servers.of(database);
    bank = Bank.at(server);
    metrics = server.address().resolve("/metrics");
  }

  @Test
  void bookings_and_a_transfer_are_counted_and_timed() throws IOException {
    var before = Scrape.of(metrics);

    var from = "from-" + name;
    var to = "to-" + name;
    bank.open(from, "Ada", "100");
    bank.open(to, "Bob", "0");
    for (var i = 0; i < 3; i++) {
      assertThat(bank.deposit(from, name + i, "1").status()).isEqualTo(200);
    }
    assertThat(bank.withdraw(to, name, "1").status()).isEqualTo(422);
    bank.transfer(name, from, to, "10");
    await().atMost(PATIENCE).until(() -> bank.transfer(name).text("status").equals("COMPLETED"));
    assertThat(bank.balanceOf(to, bank.deposit(to, name + "last", "1").position()).ok()).isTrue();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var after = Scrape.of(metrics);
              assertThat(
                      grown(
                          before,
                          after,
                          "orchestrix_saga_duration_seconds_count",
                          "outcome",
                          "completed"))
                  .isEqualTo(1);
              assertThat(after.sum("orchestrix_subscription_lag", "subscription", "balances"))
                  .isZero();
            });
    var after = Scrape.of(metrics);
    var commands = "orchestrix_command_duration_seconds_count";
    assertThat(grown(before, after, commands, "command", "OpenAccount", "outcome", "success"))
        .isEqualTo(2);
    assertThat(grown(before, after, commands, "command", "DepositMoney", "outcome", "success"))
        .isEqualTo(4);
    assertThat(grown(before, after, commands, "command", "WithdrawMoney", "outcome", "refused"))
        .isEqualTo(1);
    assertThat(grown(before, after, "orchestrix_events_appended_total", "category", "account"))
        .isEqualTo(2 + 4 + 2);
    assertThat(
            grown(
                before,
                after,
                "orchestrix_aggregate_load_duration_seconds_count",
                "category",
                "account"))
        .isGreaterThanOrEqualTo(4 + 1 + 2);
    assertThat(
            grown(
                before,
                after,
                "orchestrix_storage_operation_duration_seconds_count",
                "operation",
                "append",
                "outcome",
                "success"))
        .isGreaterThanOrEqualTo(8);
    assertThat(
            grown(
                before, after, "orchestrix_subscription_events_total", "subscription", "balances"))
        .isGreaterThanOrEqualTo(8);
    assertThat(
            grown(
                before,
                after,
                "orchestrix_subscription_batch_duration_seconds_count",
                "subscription",
                "balances"))
        .isPositive();
    assertThat(after.sum(commands.replace("_count", "_sum"), "command", "DepositMoney"))
        .isPositive();
    assertThat(after.samples())
        .anySatisfy(
            sample -> {
              assertThat(sample.name()).isEqualTo("orchestrix_saga_instances");
              assertThat(sample.labels()).containsEntry("status", "quarantined");
              assertThat(sample.value()).isZero();
            })
        .anySatisfy(
            sample -> {
              assertThat(sample.name()).isEqualTo("orchestrix_order_held_seconds");
              assertThat(sample.value()).isNotNaN();
            });
  }

  private static double grown(Scrape before, Scrape after, String name, String... labels) {
    return after.sum(name, labels) - before.sum(name, labels);
  }

  @Test
  void no_label_names_one_of_many() throws IOException {
    bank.open(name, "Ada Lovelace", "100");
    bank.deposit(name, name, "1");

    var scrape = Scrape.of(metrics);

    assertThat(scrape.ours()).isNotEmpty();
    assertThat(scrape.text()).doesNotContain(name, "Lovelace");
    assertThat(scrape.ours())
        .allSatisfy(
            sample ->
                assertThat(sample.labels().values())
                    .noneMatch(value -> ID.matcher(value.replaceFirst("^ORX-\\d{4}$", "")).find()));
  }

  /** What servers measure of themselves has names of MicroProfile, in camel case. */
  @Test
  void promtool_reads_them_and_has_nothing_against_ours() throws Exception {
    var promtool = Promtool.find();
    assumeTrue(promtool.isPresent(), "there is no promtool");
    bank.open(name, "Ada", "100");

    var ours = Scrape.of(URI.create(metrics + "?scope=application"));
    var all = Scrape.of(metrics);

    assertThat(ours.ours()).hasSameSizeAs(ours.samples()).isNotEmpty();
    assertThat(promtool.get().complaints(ours.text())).isEmpty();
    assertThat(promtool.get().complaints(all.text()))
        .allMatch(complaint -> complaint.matches("[a-zA-Z]\\w+ .*"))
        .noneMatch(complaint -> complaint.startsWith("orchestrix_"))
        .noneMatch(complaint -> complaint.startsWith("error"));
  }
}
