package io.orchestrix.it.bank;

import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Http;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A client of the bank's entrance for operators, which is there for tests only. */
record OperatedBank(Bank bank) {
  static final String PROJECTION = "balances";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static OperatedBank of(Database database) {
    return new OperatedBank(Bank.at(Servers.of(database)));
  }

  Answer status() throws IOException {
    return bank.send("GET", "operations/projections/" + PROJECTION);
  }

  Answer act(String action) throws IOException {
    return bank.send("POST", "operations/projections/" + PROJECTION + "/" + action);
  }

  /** The version that is read. */
  int live() throws IOException {
    return status().body().path("live").path("version").asInt();
  }

  void awaitStatus(Predicate<Answer> expected) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              var status = status();
              return status.ok() && expected.test(status);
            });
  }

  /** Waits until every event is in the live version. */
  void awaitCurrent() {
    awaitStatus(
        status -> {
          var subscription = status.body().path("subscription");
          return subscription.path("state").asString("").equals("LIVE")
              && subscription.path("lag").asLong(-1) == 0;
        });
  }

  /** The rows of a version, without its number. */
  List<String> rows(int version, String kind) throws IOException {
    try {
      var address = bank.address().resolve("operations/rows/" + version + "/" + kind);
      return Http.get(address).body().lines().toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The dead letters of an account, oldest first. */
  Answer letters(String account) throws IOException {
    return bank.send("GET", "operations/dead-letters?sequence=account/" + account);
  }

  Answer edit(String subscription, long position, String payload) throws IOException {
    return bank.send(
        HttpRequest.newBuilder(letter(subscription, position, ""))
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString(payload)));
  }

  Answer retry(String subscription, long position) throws IOException {
    return bank.send(
        HttpRequest.newBuilder(letter(subscription, position, "/retry"))
            .POST(BodyPublishers.noBody()));
  }

  private URI letter(String subscription, long position, String action) {
    return bank.address()
        .resolve(
            "operations/dead-letters/%d%s?subscription=%s"
                .formatted(position, action, subscription));
  }
}
