package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The value of an attribute as an HTTP header (HTTP binding 1.0.2, section 3.1.3.2). */
final class HeaderValue {

  private HeaderValue() {}

  static String encode(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : value.getBytes(UTF_8)) {
      if (octet > ' ' && octet < 0x7F && octet != '"' && octet != '%') {
        encoded.append((char) octet);
      } else {
        encoded.append("%%%02X".formatted(octet));
      }
    }
    return encoded.toString();
  }

  /**
   * @throws IllegalArgumentException with the reason, if the header breaks the rules
   */
  static String decode(String header) {
    if (!header.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\t')) {
      throw new IllegalArgumentException("holds other than printable US-ASCII in its header");
    }
    String value = header.strip();
    return percentDecoded(value.indexOf('"') < 0 ? value : unquoted(value));
  }

  /** RFC 7230, section 3.2.6; a quote stands at the beginning and the end or nowhere. */
  private static String unquoted(String value) {
    StringBuilder plain = new StringBuilder();
    int last = value.length() - 1;
    for (int i = 1; i < last; i++) {
      boolean escaped = value.charAt(i) == '\\' && ++i < last;
      if (i >= last || (!escaped && value.charAt(i) == '"')) {
        throw misquoted();
      }
      plain.append(value.charAt(i));
    }
    if (last < 1 || value.charAt(0) != '"' || value.charAt(last) != '"') {
      throw misquoted();
    }
    return plain.toString();
  }

  private static IllegalArgumentException misquoted() {
    return new IllegalArgumentException("has quotes in its header that enclose no whole text");
  }

  private static String percentDecoded(String value) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(value.length());
    byte[] encoded = value.getBytes(US_ASCII);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%') {
        octets.write(16 * digit(encoded, i + 1) + digit(encoded, i + 2));
        i += 2;
      } else {
        octets.write(encoded[i]);
      }
    }
    return Encoding.utf8(octets.toByteArray())
        .orElseThrow(
            () -> new IllegalArgumentException("is percent-encoded in its header, but not UTF-8"));
  }

  private static int digit(byte[] encoded, int index) {
    int digit = index < encoded.length ? Character.digit((char) encoded[index], 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("has a % in its header that begins no two hex digits");
    }
    return digit;
  }
}
