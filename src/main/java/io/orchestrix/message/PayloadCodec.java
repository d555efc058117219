package io.orchestrix.message;

/**
 * Writes payloads as JSON and reads them back.
 *
 * <p>What is written holds no class name: the type travels beside it as a logical name. An
 * implementation is thread-safe, reads members that it does not know without complaint, and keeps
 * the scale of decimals. An application replaces it with a bean of its own.
 */
public interface PayloadCodec {

  /**
   * Writes {@code payload} as a JSON object.
   *
   * @throws PayloadException if it cannot be written
   */
  String encode(Object payload);

  /**
   * Reads a payload.
   *
   * @throws PayloadException if {@code json} is no JSON or does not fit {@code type}
   */
  <T> T decode(String json, Class<T> type);
}
