package io.orchestrix.rest.api;

import java.nio.charset.StandardCharsets;

/**
 * A name or key in a path, which may hold anything. What servers do not let through there is
 * written as JSON Pointer does it: {@code ~1} for a slash, {@code ~0} for {@code ~}.
 */
final class PathText {

  private PathText() {}

  /**
   * What is meant.
   *
   * @throws ParameterException if it is empty, too long, or nothing that databases keep
   */
  static String read(String parameter, String written, int longest) {
    String text = unescaped(written);
    if (text.isEmpty() || text.length() > longest || !isKept(text)) {
      throw ParameterException.of(parameter, "1 to %d characters".formatted(longest));
    }
    return text;
  }

  static String unescaped(String written) {
    return written.replace("~1", "/").replace("~0", "~");
  }

  static String escaped(String text) {
    return text.replace("~", "~0").replace("/", "~1");
  }

  /** Databases keep neither NUL nor half of a surrogate pair. */
  static boolean isKept(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
