package io.orchestrix.testkit;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import java.util.List;

/** Lets a test fail when what is written would be read as something else. Thread-safe. */
final class CheckedCodec implements PayloadCodec {

  private final PayloadCodec codec;

  CheckedCodec(PayloadCodec codec) {
    this.codec = codec;
  }

  /**
   * As {@link PayloadCodec#encode}.
   *
   * @throws AssertionError if it could not be read again as it was
   */
  @Override
  public String encode(Object payload) {
    String json = codec.encode(payload);
    Object again;
    try {
      again = codec.decode(json, payload.getClass());
    } catch (PayloadException e) {
      throw new AssertionError(
          "%s is written as %s, which cannot be read again: %s"
              .formatted(payload, json, e.getMessage()),
          e);
    }
    List<Difference> differences = Comparison.of(payload, again);
    if (!differences.isEmpty()) {
      throw new AssertionError(
          "%s is written as %s, and read again as something else:%s"
              .formatted(payload, json, SideBySide.ofValues(payload, again)));
    }
    return json;
  }

  @Override
  public <T> T decode(String json, Class<T> type) {
    return codec.decode(json, type);
  }
}
