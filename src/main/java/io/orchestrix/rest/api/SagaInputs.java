package io.orchestrix.rest.api;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads what instances begin with, as the application reads what is stored. Thread-safe. */
@ApplicationScoped
class SagaInputs {

  private final PayloadCodec raw = new JacksonPayloadCodec();

  @Inject PayloadCodec codec;

  /**
   * @throws BodyException if it does not fit
   */
  Object read(Class<?> type, Object tree) {
    try {
      return codec.decode(raw.encode(tree), type);
    } catch (PayloadException e) {
      throw BodyException.unfit("/input", e);
    }
  }
}
