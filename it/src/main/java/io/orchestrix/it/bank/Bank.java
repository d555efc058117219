package io.orchestrix.it.bank;

import io.orchestrix.it.Http;
import io.orchestrix.it.RunningServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A client of the bank's HTTP interface. Safe for use by many threads.
 *
 * @param patience how long it waits for an answer
 */
record Bank(URI address, Duration patience) {

  static Bank at(RunningServer server) {
    return at(server, Http.PATIENCE);
  }

  static Bank at(RunningServer server, Duration patience) {
    return new Bank(server.address().resolve("/banking/api/"), patience);
  }

  Answer open(String account, String owner, String initialBalance) throws IOException {
    return post(
        "accounts",
        """
        {"accountId": "%s", "owner": "%s", "initialBalance": %s}"""
            .formatted(account, owner, initialBalance));
  }

  Answer deposit(String account, String transactionId, String amount) throws IOException {
    return post("accounts/" + account + "/deposits", booking(transactionId, amount));
  }

  Answer withdraw(String account, String transactionId, String amount) throws IOException {
    return post("accounts/" + account + "/withdrawals", booking(transactionId, amount));
  }

  Answer transfer(String transferId, String from, String to, String amount) throws IOException {
    return post(
        "transfers",
        """
        {"transferId": "%s", "from": "%s", "to": "%s", "amount": %s}"""
            .formatted(transferId, from, to, amount));
  }

  Answer transfer(String transferId) throws IOException {
    return send("GET", "transfers/" + transferId);
  }

  /** Where all money is. */
  Answer totals() throws IOException {
    return send("GET", "totals");
  }

  /** The same, once the read model has what was stored up to a position. */
  Answer totals(String position) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve("totals")).header("Orchestrix-Position", position));
  }

  Answer suspend(String account) throws IOException {
    return send("POST", "accounts/" + account + "/suspension");
  }

  Answer resume(String account) throws IOException {
    return send("DELETE", "accounts/" + account + "/suspension");
  }

  Answer close(String account) throws IOException {
    return send("POST", "accounts/" + account + "/closure");
  }

  Answer account(String account) throws IOException {
    return send("GET", "accounts/" + account);
  }

  Answer history(String account) throws IOException {
    return send("GET", "accounts/" + account + "/history");
  }

  /** A page of the read model. */
  Answer accounts(String owner, String after, int limit) throws IOException {
    var query = "owner=%s&after=%s&limit=%d".formatted(owner, after, limit);
    return send("GET", "accounts?" + query);
  }

  /** A page of the read model. */
  Answer statement(String account, long after, int limit) throws IOException {
    return send("GET", "accounts/%s/statement?after=%d&limit=%d".formatted(account, after, limit));
  }

  /** What the read model says. */
  Answer balanceOf(String account) throws IOException {
    return send("GET", "accounts/" + account + "/balance");
  }

  /** The same, once the read model has what was stored up to a position. */
  Answer balanceOf(String account, String position) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve("accounts/" + account + "/balance"))
            .header("Orchestrix-Position", position));
  }

  /** The same as Server-Sent Events, line by line until it is closed. */
  HttpResponse<Stream<String>> balancesOf(String account) throws IOException {
    try {
      return Http.lines(
          HttpRequest.newBuilder(address.resolve("accounts/" + account + "/balance"))
              .header("Accept", "text/event-stream"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  BigDecimal balance(String account) throws IOException {
    return account(account).number("balance");
  }

  Answer post(String path, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** With an idempotency key, so that it may be repeated. */
  Answer post(String key, String path, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  Answer send(String method, String path) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.noBody()));
  }

  Answer send(HttpRequest.Builder request) throws IOException {
    try {
      return Answer.of(Http.send(request, patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String booking(String transactionId, String amount) {
    return """
    {"transactionId": "%s", "amount": %s}"""
        .formatted(transactionId, amount);
  }
}
