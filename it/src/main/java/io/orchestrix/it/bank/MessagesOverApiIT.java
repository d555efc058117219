package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands and queries of the bank by their names, through the API. */
@ParameterizedClass
@EnumSource
class MessagesOverApiIT {
  private final Api operator;
  private final Api reader;
  private final Api nobody;
  private final String account = "message-" + UUID.randomUUID();

  MessagesOverApiIT(Database database) {
    var server = Servers.of(database);
    operator = Api.at(server, "operator");
    reader = Api.at(server, "reader");
    nobody = Api.at(server, "");
  }

  @BeforeEach
  void open() throws IOException {
    var opened =
        operator.post(
            "commands/OpenAccount",
            "{\"accountId\":\"%s\",\"owner\":\"Ada\",\"initialBalance\":100}".formatted(account));
    assertThat(opened.status()).as("%s", opened).isEqualTo(200);
    assertThat(opened.text("accountId")).isEqualTo(account);
  }

  private Answer deposit(String key, String amount) throws IOException {
    return Answer.of(
        operator.raw(
            operator
                .request("commands/DepositMoney")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(
                    BodyPublishers.ofString(
                        "{\"accountId\":\"%s\",\"transactionId\":\"%s\",\"amount\":%s}"
                            .formatted(account, key, amount)))));
  }

  @Test
  void who_sends_a_command_reads_what_it_has_written() throws IOException {
    var key = UUID.randomUUID().toString();
    var first = deposit(key, "20.50");
    var again = deposit(key, "20.50");

    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    var read =
        Answer.of(
            reader.raw(
                reader
                    .request("queries/BalanceOf?accountId=" + account)
                    .header("Orchestrix-Position", first.position())));
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertThat(read.number("balance")).isEqualByComparingTo("120.50");
    assertThat(reader.post("queries/BalanceOf", "{\"accountId\":\"" + account + "\"}").status())
        .isEqualTo(200);
  }

  @Test
  void an_answer_is_followed_as_it_changes() throws IOException {
    var key = UUID.randomUUID().toString();
    var position = deposit(key, "1").position();
    var path = "queries/BalanceOf?accountId=" + account;
    assertThat(
            reader.raw(reader.request(path).header("Orchestrix-Position", position)).statusCode())
        .isEqualTo(200);

    var updates = reader.lines(reader.request(path));
    var lines = updates.body().filter(line -> line.startsWith("data:")).iterator();

    assertThat(next(lines::next)).contains("\"balance\":101");
    deposit(key + "-2", "2");
    assertThat(next(lines::next)).contains("\"balance\":103", "\"owner\":\"***\"");
    updates.body().close();
  }

  private static String next(Supplier<String> line) {
    return CompletableFuture.supplyAsync(line).orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void what_is_wrong_is_refused() throws IOException {
    assertThat(operator.post("commands/Nothing", "{}").code()).isEqualTo("ORX-7040");
    assertThat(operator.post("commands/DepositMoney", "{\"x\":1}").code()).isEqualTo("ORX-7001");
    assertThat(reader.post("commands/DepositMoney", "{\"x\":1}").status()).isEqualTo(403);
    assertThat(reader.get("queries/BalanceOf?accountId=a&accountId=b").code())
        .isEqualTo("ORX-7015");
    assertThat(nobody.raw(nobody.request("commands")).statusCode()).isEqualTo(401);
  }

  @Test
  void all_of_it_is_described() throws IOException {
    var deposit = reader.get("commands/DepositMoney");
    assertThat(deposit.body().at("/schema/properties/transactionId/maxLength").asInt())
        .isEqualTo(100);
    assertThat(deposit.body().at("/schema/additionalProperties").asBoolean(true)).isFalse();
    assertThat(reader.get("queries").texts("items", "name")).contains("BalanceOf", "TotalMoney");
    assertThat(reader.get("catalog").body().path("edges").toString())
        .contains("{\"from\":\"event:MoneyDeposited\",\"to\":\"projection:balances\"}");
  }
}
