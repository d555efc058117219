package io.orchestrix.deadline;

import org.jspecify.annotations.Nullable;

/**
 * A command as it is kept.
 *
 * @param name the logical name of its type
 * @param key the idempotency key under which it is sent; {@code null} if it has none
 * @param recurrence when it is sent again; {@code null} if it is not
 * @param json the command
 */
record KeptCommand(String name, @Nullable String key, @Nullable String recurrence, String json) {

  /** None of the first three has one. */
  private static final String BREAK = "\n";

  private static final int PARTS = 4;

  static KeptCommand parse(String payload) {
    String[] parts = payload.split(BREAK, PARTS);
    return new KeptCommand(parts[0], text(parts[1]), text(parts[2]), parts[3]);
  }

  private static @Nullable String text(String part) {
    return part.isEmpty() ? null : part;
  }

  String payload() {
    return String.join(
        BREAK, name, key == null ? "" : key, recurrence == null ? "" : recurrence, json);
  }
}
