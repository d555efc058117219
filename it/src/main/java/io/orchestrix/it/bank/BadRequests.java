package io.orchestrix.it.bank;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Requests that no server should take: malformed, huge, deep, of wrong types, media types, methods,
 * names, roles and positions, with pieces of SQL and of scripts. The same seed gives the same ones.
 */
final class BadRequests {
  private static final List<String> PIECES =
      List.of(
          "'; drop table orx_event; --",
          "' or '1'='1",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/x}",
          "#{7*7}",
          "../../../../etc/passwd",
          "java.lang.Runtime",
          "\u0000",
          "\ud800",
          "%s%n%n",
          "{\"@class\":\"java.util.HashMap\"}",
          "😀".repeat(300),
          "a".repeat(5_000));

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "-1",
          "1e400",
          "1E1000000000",
          "0.0000000000000001",
          "\"NaN\"",
          "[[1]]",
          "{\"a\":{}}",
          "99999999999999999999999999",
          "\"\\ud800\"");

  private static final List<String> MEDIA_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/x-java-serialized-object",
          "application/json; charset=utf-7",
          "*/*",
          ";");

  private static final List<String> POSITIONS =
      List.of("-1", "x", "", "9223372036854775807", "99999999999999999999", "1.5", "0x10");

  private final Random random;
  private final Api library;
  private final Bank bank;

  BadRequests(long seed, Api library, Bank bank) {
    this.random = new Random(seed);
    this.library = library;
    this.bank = bank;
  }

  HttpRequest.Builder next() {
    return switch (random.nextInt(10)) {
      case 0 -> body(ofBank(), malformed());
      case 1 -> body(ofBank(), "{\"transactionId\": \"t\", \"amount\": " + one(VALUES) + "x}");
      case 2 -> body(ofBank(), "[".repeat(1 + random.nextInt(100_000)));
      case 3 -> random.nextInt(20) == 0 ? body(ofBank(), huge()) : body(ofBank(), malformed());
      case 4 -> library.request(address()).GET();
      case 5 -> library.request(address() + "?" + parameters()).GET();
      case 6 -> ofBank().header("Content-Type", one(MEDIA_TYPES)).POST(text(malformed()));
      case 7 ->
          library
              .request(address())
              .method(
                  one(List.of("PUT", "PATCH", "DELETE", "POST", "TRACE", "BREW")),
                  text(malformed()));
      case 8 -> position();
      default -> login();
    };
  }

  private HttpRequest.Builder ofBank() {
    return HttpRequest.newBuilder(
        bank.address()
            .resolve(
                one(
                    List.of(
                        "accounts",
                        "accounts/none/deposits",
                        "accounts/none/withdrawals",
                        "transfers"))));
  }

  private static HttpRequest.Builder body(HttpRequest.Builder request, String body) {
    return request.header("Content-Type", "application/json").POST(text(body));
  }

  private String malformed() {
    return switch (random.nextInt(5)) {
      case 0 -> "{\"transactionId\": \"" + one(PIECES) + "\", \"amount\": -1}";
      case 1 -> "{\"accountId\": " + one(VALUES) + ", \"owner\": " + one(VALUES) + "}";
      case 2 -> "{\"" + one(PIECES) + "\": 1}";
      case 3 -> one(VALUES);
      default ->
          "{\"transferId\": \"t\", \"from\": " + one(VALUES) + ", \"amount\": " + one(VALUES) + "}";
    };
  }

  private String huge() {
    return "{\"owner\": \"" + "x".repeat((1 << 20) + random.nextInt(1 << 20)) + "\"}";
  }

  private String address() {
    var parts =
        List.of(
            "streams",
            "events",
            "events/tail",
            "projections",
            "sagas",
            "deadlines",
            "dead-letters",
            "commands",
            "queries",
            "catalog",
            "traces",
            "audit",
            "openapi.json");
    return switch (random.nextInt(4)) {
      case 0 -> one(parts) + "/" + encoded(one(PIECES));
      case 1 -> one(parts) + "/" + encoded(one(PIECES)) + "/" + encoded(one(PIECES));
      case 2 -> "streams/account/" + encoded(one(PIECES)) + "/" + one(List.of("events", "state"));
      default -> encoded(one(PIECES));
    };
  }

  private String parameters() {
    var names =
        List.of(
            "limit",
            "after",
            "from",
            "to",
            "direction",
            "types",
            "category",
            "correlation",
            "tag",
            "version",
            "at",
            "state",
            "status",
            "text",
            encoded("'; --"));
    var text = new StringBuilder("limit=x");
    for (var i = random.nextInt(6); i >= 0; i--) {
      text.append('&').append(one(names)).append('=').append(encoded(one(PIECES)));
    }
    return text.toString();
  }

  private HttpRequest.Builder position() {
    return HttpRequest.newBuilder(bank.address().resolve("accounts/none/balance"))
        .header("Orchestrix-Position", one(POSITIONS))
        .header("Idempotency-Key", "k".repeat(random.nextInt(1_000)))
        .header("Last-Event-ID", one(POSITIONS))
        .GET();
  }

  private HttpRequest.Builder login() {
    var wrong = one(List.of("operator:wrong", "nobody:", ":", "x", "operator:operator:operator"));
    var header =
        switch (random.nextInt(3)) {
          case 0 -> "Basic " + base64(wrong);
          case 1 -> "Bearer " + base64(one(PIECES)) + "." + base64(wrong) + ".";
          // not what is no Base64: Open Liberty 26.0.0.3 answers 500, before any application is
          // asked
          default -> "Basic " + base64(one(PIECES));
        };
    return HttpRequest.newBuilder(library.address().resolve("streams"))
        .header("Authorization", header)
        .GET();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest.BodyPublisher text(String text) {
    return BodyPublishers.ofString(text);
  }

  /** Sometimes not even UTF-8. */
  private String encoded(String text) {
    var bytes =
        random.nextInt(4) == 0
            ? new byte[] {(byte) 0xff, (byte) 0xc0, 0}
            : text.getBytes(StandardCharsets.UTF_8);
    var encoded = new StringBuilder();
    for (var i = 0; i < Math.min(bytes.length, 2_000); i++) {
      var plain = "-._~".indexOf(bytes[i]) >= 0 || Character.isLetterOrDigit(bytes[i]);
      encoded.append(plain ? String.valueOf((char) bytes[i]) : "%%%02X".formatted(bytes[i]));
    }
    return encoded.toString();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
