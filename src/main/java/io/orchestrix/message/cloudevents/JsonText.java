package io.orchestrix.message.cloudevents;

import jakarta.json.spi.JsonProvider;
import java.util.regex.Pattern;

/** Writes JSON texts by the platform's rules, and halves of surrogate pairs as escapes. */
final class JsonText {

  /** One lookup for all: {@code Json.createValue} searches for its provider each time. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private JsonText() {}

  /** The text as a JSON string, which UTF-8 can hold. */
  static String quote(String text) {
    return HALF.matcher(JSON.createValue(text).toString())
        .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
  }

  /** Whether {@code json}, the beginning of a document, goes on with a comma before a sibling. */
  static boolean needsComma(CharSequence json) {
    return json.length() > 0 && "{[:".indexOf(json.charAt(json.length() - 1)) < 0;
  }
}
