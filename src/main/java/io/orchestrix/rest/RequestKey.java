package io.orchestrix.rest;

import io.orchestrix.command.IdempotencyKey;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The idempotency key of a request, and how many commands have used it. */
@RequestScoped
class RequestKey {

  private @Nullable String header;
  private int used;

  /** Takes the value of the header, which some senders put in quotes as its draft standard does. */
  void take(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    header = quoted ? value.substring(1, value.length() - 1) : value;
  }

  synchronized Optional<IdempotencyKey> next() {
    return Optional.ofNullable(header).map(value -> new IdempotencyKey(value, ++used));
  }

  synchronized void giveBack(IdempotencyKey key) {
    if (key.place() == used) {
      used--;
    }
  }
}
