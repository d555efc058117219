package io.orchestrix.rest;

import io.orchestrix.command.IdempotencyKey;
import io.orchestrix.command.RequestKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the key that came as the header {@code Idempotency-Key} with its request. */
@ApplicationScoped
class HeaderKeys implements RequestKeys {

  @Inject RequestKey request;

  /**
   * Whether to ask at all: to ask where there is no request is slow. The request alone knows its
   * key, so what an earlier request has left on this thread does no harm.
   */
  @SuppressWarnings("ThreadLocalUsage") // one instance in an application
  private final ThreadLocal<@Nullable Boolean> maybe = new ThreadLocal<>();

  /**
   * The request of this thread begins.
   *
   * @param header {@code null} without one
   */
  void begin(@Nullable String header) {
    if (header == null) {
      maybe.remove();
    } else {
      request.take(header);
      maybe.set(true);
    }
  }

  @Override
  public void giveBack(IdempotencyKey key) {
    request.giveBack(key);
  }

  @Override
  public Optional<IdempotencyKey> next() {
    if (maybe.get() == null) {
      return Optional.empty();
    }
    try {
      return request.next();
    } catch (ContextNotActiveException e) { // it was an earlier request of this thread
      maybe.remove();
      return Optional.empty();
    }
  }
}
