package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A read model whose operators rebuild and replay it, and decide on what it refuses. */
@ParameterizedClass
@EnumSource
class OperatedReadModelsIT {
  private static final int ACCOUNTS = 25;
  private static final int WRITERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OperatedBank operated;
  private final Bank bank;
  private final String name = "op-" + UUID.randomUUID();

  OperatedReadModelsIT(Database database) {
    operated = OperatedBank.of(database);
    bank = operated.bank();
  }

  @Test
  void what_is_rebuilt_equals_what_is_live_row_by_row_and_is_never_seen_half() throws Exception {
    var accounts =
        new ArrayList<>(IntStream.range(0, ACCOUNTS).mapToObj(i -> name + "-" + i).toList());
    for (var account : accounts) {
      assertThat(bank.open(account, name, "100").status()).isEqualTo(201);
    }
    book(accounts, 4);
    operated.awaitCurrent();
    var before = operated.live();

    int rebuilt;
    try (var readers = new Readers(bank, name, new BigDecimal(100 * ACCOUNTS), ACCOUNTS)) {
      readers.start(2);
      var writers = writers(accounts);
      rebuilt = rebuild();
      writers.join();
      operated.awaitCurrent();
      System.out.printf("%d reads while it was rebuilt under load%n", readers.count());
    }
    var live = balances(rebuilt);
    var lines = lines(rebuilt);
    assertThat(live).isEqualTo(folds(accounts).stream().map(Fold::balance).sorted().toList());
    assertThat(sorted(lines))
        .isEqualTo(sorted(folds(accounts).stream().flatMap(f -> f.lines().stream()).toList()));

    await().atMost(PATIENCE).until(() -> operated.rows(before, "lines").isEmpty());
    var again = rebuild();
    assertThat(balances(again)).isEqualTo(live);
    assertThat(lines(again)).isEqualTo(lines);

    assertThat(operated.act("replay").status()).isEqualTo(200);
    operated.awaitCurrent();
    assertThat(balances(again)).isEqualTo(live);
    assertThat(lines(again)).isEqualTo(lines);
  }

  @Test
  void what_it_refuses_holds_up_one_account_until_it_is_edited() throws Exception {
    var account = name;
    var other = name + "-other";
    var much = "999999999999999.99"; // as much as a balance may be
    bank.open(account, "Ada", "10");
    bank.open(other, "Bob", "0");
    assertThat(bank.deposit(account, "much", much).status()).isEqualTo(200);
    bank.deposit(account, "five", "5");
    bank.withdraw(account, "one", "1");
    bank.deposit(other, "seven", "7");

    await()
        .atMost(PATIENCE)
        .until(() -> states(account).equals(List.of("PARKED", "WAITING", "WAITING")));
    awaitBalance(other, "7");
    bank.deposit(other, "two", "2");
    awaitBalance(other, "9");
    assertThat(bank.balanceOf(account).number("balance")).isEqualByComparingTo("10");

    var parked = operated.letters(account).body().path(0);
    var payload =
        """
        {"accountId": "%s", "transactionId": "much", "amount": 100}"""
            .formatted(account);
    var subscription = parked.path("subscription").asString();
    var position = parked.path("position").asLong();
    assertThat(operated.edit(subscription, position, payload).status()).isEqualTo(200);
    assertThat(operated.retry(subscription, position).status()).isEqualTo(200);

    awaitBalance(account, "114");
    assertThat(states(account)).containsOnly("HANDLED");
    var statement = bank.statement(account, 0, 100);
    assertThat(statement.texts("bookings", "kind"))
        .containsExactly("OPENING", "DEPOSIT", "DEPOSIT", "WITHDRAWAL");
    assertThat(
            statement.body().path("bookings").valueStream().map(b -> b.path("balance").intValue()))
        .containsExactly(10, 110, 115, 114);
  }

  private List<String> states(String account) throws IOException {
    return operated.letters(account).body().valueStream().map(this::state).toList();
  }

  private String state(JsonNode letter) {
    return letter.path("state").asString();
  }

  private void awaitBalance(String account, String balance) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(bank.balanceOf(account).number("balance"))
                    .isEqualByComparingTo(balance));
  }

  /** The version that is live then; versions that were given up have had numbers too. */
  private int rebuild() throws IOException {
    var begun = operated.act("rebuild");
    assertThat(begun.status()).isEqualTo(200);
    var version = begun.body().path("rebuild").path("readModel").path("version").asInt();
    assertThat(operated.act("switch-over").status()).isEqualTo(200);
    operated.awaitStatus(status -> status.body().path("live").path("version").asInt() == version);
    operated.awaitCurrent();
    return version;
  }

  /** Each opens accounts and pays into all of them, for as long as a rebuild takes at least. */
  private CompletableFuture<Void> writers(List<String> accounts) {
    var newcomers = IntStream.range(0, WRITERS).mapToObj(i -> name + "-new-" + i).toList();
    var all = List.copyOf(accounts);
    accounts.addAll(newcomers);
    return CompletableFuture.allOf(
        newcomers.stream()
            .map(
                newcomer ->
                    CompletableFuture.runAsync(
                        () -> {
                          try {
                            bank.open(newcomer, name, "1");
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                          book(all, 5);
                        }))
            .toArray(CompletableFuture<?>[]::new));
  }

  private void book(List<String> accounts, int rounds) {
    try {
      for (var round = 0; round < rounds; round++) {
        for (var account : accounts) {
          bank.deposit(account, UUID.randomUUID().toString(), "1.25");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Fold> folds(List<String> accounts) throws IOException {
    var folds = new ArrayList<Fold>();
    for (var account : accounts) {
      folds.add(Fold.of(account, bank.history(account)));
    }
    return folds;
  }

  private List<String> balances(int version) throws IOException {
    return operated.rows(version, "balances").stream()
        .filter(row -> row.startsWith(name))
        .sorted()
        .toList();
  }

  private List<String> lines(int version) throws IOException {
    return operated.rows(version, "lines").stream()
        .filter(row -> row.contains(" | " + name))
        .toList();
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream()
        .sorted(Comparator.comparing(line -> Long.valueOf(line.substring(0, line.indexOf(' ')))))
        .toList();
  }
}
