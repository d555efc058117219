package io.orchestrix.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/** One client for all tests: HTTP/1.1, and an answer in time or an error. */
public final class Http {
  /** How long it waits for an answer if nobody says otherwise. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}

  public static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address));
  }

  public static HttpResponse<String> post(URI address, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** An answer that goes on, line by line. */
  public static HttpResponse<Stream<String>> lines(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofLines());
  }

  /** The status of an answer, whose body may never end. */
  public static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer =
        CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  public static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(request, PATIENCE);
  }

  /**
   * For callers that do not wait for a minute.
   *
   * @throws java.net.http.HttpTimeoutException if there is no answer by then
   */
  public static HttpResponse<String> send(HttpRequest.Builder request, Duration patience)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
  }
}
