package io.orchestrix.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command as it is kept.
 *
 * @param name the logical name of its type
 * @param key the idempotency key under which it is sent; {@code null} if it has none
 * @param recurrence when it is sent again; {@code null} if it is not
 * @param roles those of whoever has scheduled it, as far as messages of the application ask for
 *     them
 * @param json the command
 */
record KeptCommand(
    String name,
    @Nullable String key,
    @Nullable String recurrence,
    List<String> roles,
    String json) {

  /** None but the last part has one. */
  private static final String BREAK = "\n";

  private static final int PARTS = 5;

  /** Between encoded roles, which have none. */
  private static final String AND = "&";

  static KeptCommand parse(String payload) {
    String[] parts = payload.split(BREAK, PARTS);
    return new KeptCommand(parts[0], text(parts[1]), text(parts[2]), roles(parts[3]), parts[4]);
  }

  private static List<String> roles(String part) {
    return part.isEmpty()
        ? List.of()
        : Stream.of(part.split(AND)).map(role -> URLDecoder.decode(role, UTF_8)).toList();
  }

  private static @Nullable String text(String part) {
    return part.isEmpty() ? null : part;
  }

  String payload() {
    return String.join(
        BREAK,
        name,
        key == null ? "" : key,
        recurrence == null ? "" : recurrence,
        roles.stream().map(role -> URLEncoder.encode(role, UTF_8)).collect(joining(AND)),
        json);
  }
}
