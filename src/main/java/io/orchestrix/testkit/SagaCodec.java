package io.orchestrix.testkit;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;

/**
 * Lets a test fail when a state, an event or a command would be read as something else. Answers of
 * commands may be anything. Thread-safe.
 */
final class SagaCodec implements PayloadCodec {

  private final PayloadCodec plain = new JacksonPayloadCodec();
  private final PayloadCodec checked = new CheckedCodec(plain);

  @Override
  public String encode(Object payload) {
    boolean isPlain = payload.getClass().getName().startsWith("java.");
    return (isPlain ? plain : checked).encode(payload);
  }

  @Override
  public <T> T decode(String json, Class<T> type) {
    return plain.decode(json, type);
  }
}
