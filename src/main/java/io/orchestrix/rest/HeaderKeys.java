package io.orchestrix.rest;

import io.orchestrix.command.IdempotencyKey;
import io.orchestrix.command.RequestKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the key that came as the header {@code Idempotency-Key}. */
@ApplicationScoped
class HeaderKeys implements RequestKeys {

  @Inject RequestKey request;

  @Override
  public Optional<IdempotencyKey> next() {
    try {
      return request.next();
    } catch (ContextNotActiveException e) { // this thread serves no request
      return Optional.empty();
    }
  }
}
