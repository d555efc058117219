package io.orchestrix.it.bank;

import io.orchestrix.it.Http;
import io.orchestrix.it.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * A client of the library's API of the bank. Safe for use by many threads.
 *
 * @param user who asks, with a password of the same text; empty for nobody
 */
record Api(URI address, String user) {

  static Api at(RunningServer server, String user) {
    return new Api(server.address().resolve("/banking/orchestrix/api/"), user);
  }

  Answer get(String path) throws IOException {
    return Answer.of(raw(request(path).GET()));
  }

  Answer post(String path, String json) throws IOException {
    return Answer.of(
        raw(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))));
  }

  /** A request of this user, to be completed. */
  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    if (!user.isEmpty()) {
      var login = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    return request;
  }

  HttpResponse<String> raw(HttpRequest.Builder request) throws IOException {
    try {
      return Http.send(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Server-Sent Events, line by line until they are closed. */
  HttpResponse<Stream<String>> lines(HttpRequest.Builder request) throws IOException {
    try {
      return Http.lines(request.header("Accept", "text/event-stream"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
