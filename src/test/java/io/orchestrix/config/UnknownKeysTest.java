package io.orchestrix.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

  private static List<String> unknown(String... names) {
    return new Settings(name -> Optional.empty(), List.of(names))
        .unknown(List.of("DepositMoney"), List.of("balances"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orchestrix.retry.attempts",
        "ORCHESTRIX_RETRY_ATTEMPTS",
        "orchestrix_retry_attempts",
        "%prod.orchestrix.retry.attempts",
        "ORCHESTRIX_DB_SCHEMA",
        "orchestrix.command.DepositMoney.retry.attempts",
        "ORCHESTRIX_COMMAND_DEPOSITMONEY_TIMEOUT",
        "orchestrix.projection.balances.failure.then",
        "orchestrix.projections.ready.behind",
        "orchestrixes",
        "my.orchestrix.key",
        "db.password",
      })
  void what_is_known_or_not_ours_is_not_named(String name) {
    assertThat(unknown(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "orchestrix.retry.atempts, orchestrix.retry.attempts",
    "orchestrix.retries.attempts, orchestrix.retry.attempts",
    "orchestrix.db.schema, orchestrix.db-schema",
    "orchestrix.subscription.lease, orchestrix.subscriptions.lease",
    "%prod.orchestrix.shema, orchestrix.schema",
    "ORCHESTRIX_RETRY_ATEMPTS, ORCHESTRIX_RETRY_ATTEMPTS",
    "orchestrix.command.DepositMony.timeout, orchestrix.command.DepositMoney.timeout",
    "orchestrix.command.depositmoney.timeout, orchestrix.command.DepositMoney.timeout",
    "orchestrix.projection.balance.failure.then, orchestrix.projection.balances.failure.then",
  })
  void a_misspelt_key_is_named_with_the_nearest_one(String name, String nearest) {
    String told = name.replaceFirst("^%prod\\.", "");

    assertThat(unknown(name))
        .containsExactly(
            told + " is configured, but there is no such key; the nearest is " + nearest + ".");
  }

  @Test
  void what_resembles_nothing_is_named_alone() {
    assertThat(unknown("orchestrix.blockchain"))
        .containsExactly("orchestrix.blockchain is configured, but there is no such key.");
  }

  @Test
  void what_a_server_makes_of_a_variable_is_not_named_beside_it() {
    assertThat(
            unknown(
                "ORCHESTRIX_COMMAND_DEPOSITMONEY_TIMEOUT",
                "orchestrix.command.depositmoney.timeout",
                "ORCHESTRIX_DB_SCHEMA",
                "orchestrix.db.schema"))
        .isEmpty();
    assertThat(unknown("ORCHESTRIX_SHEMA", "orchestrix.shema"))
        .containsExactly(
            "ORCHESTRIX_SHEMA is configured, but there is no such key; the nearest is"
                + " ORCHESTRIX_SCHEMA.");
  }

  @Test
  void values_are_never_told() {
    Settings settings =
        new Settings(
            name -> Optional.ofNullable(Map.of("orchestrix.password", "secret").get(name)),
            List.of("orchestrix.password"));

    assertThat(settings.unknown(List.of(), List.of()).toString()).doesNotContain("secret");
  }
}
