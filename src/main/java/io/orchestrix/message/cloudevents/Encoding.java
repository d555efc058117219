package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Bytes and texts, without the replacement characters by which {@code String} hides a loss. */
final class Encoding {

  private Encoding() {}

  static Optional<String> text(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static Optional<String> utf8(byte[] bytes) {
    return text(bytes, UTF_8);
  }

  static Optional<byte[]> bytes(String text, Charset charset) {
    try {
      ByteBuffer encoded =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The text that gives exactly these bytes again, if there is one. */
  static Optional<String> exactText(byte[] bytes, Charset charset) {
    return text(bytes, charset)
        .filter(
            text -> bytes(text, charset).filter(again -> Arrays.equals(again, bytes)).isPresent());
  }

  /** Base64 by RFC 4648, section 4, padded and canonical. */
  static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
