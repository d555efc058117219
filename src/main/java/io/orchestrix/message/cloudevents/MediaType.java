package io.orchestrix.message.cloudevents;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A media type by RFC 2046, in the grammar of RFC 2045, section 5.1.
 *
 * @param essence {@code type/subtype} in small letters
 * @param charset its parameter of that name
 */
record MediaType(String essence, @Nullable String charset) {

  /** Bounds what the patterns below have to match. */
  private static final int LONGEST = 1_000;

  private static final String TOKEN = "[!#$%&'*+.0-9A-Z^_`a-z{|}~-]+";
  private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\"";
  private static final Pattern PARAMETER =
      Pattern.compile("[ \\t]*;[ \\t]*(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + ")");
  private static final Pattern WHOLE =
      Pattern.compile("(" + TOKEN + "/" + TOKEN + ")((?:" + PARAMETER.pattern() + ")*)[ \\t]*");

  static Optional<String> flaw(String value) {
    return parse(value).isPresent()
        ? Optional.empty()
        : Optional.of("is no media type of RFC 2046 of at most %d characters".formatted(LONGEST));
  }

  static Optional<MediaType> parse(String value) {
    Matcher whole = WHOLE.matcher(value.length() > LONGEST ? "" : value);
    if (!whole.matches()) {
      return Optional.empty();
    }
    String charset = null;
    Matcher parameter = PARAMETER.matcher(whole.group(2));
    while (charset == null && parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase("charset")) {
        charset = parameter.group(2).replaceAll("^\"|\"$", "").replaceAll("\\\\(.)", "$1");
      }
    }
    return Optional.of(new MediaType(whole.group(1).toLowerCase(Locale.ROOT), charset));
  }

  /** Whether it declares JSON (JSON format 1.0.2, section 3.1.1). */
  boolean isJson() {
    return essence.endsWith("/json") || essence.endsWith("+json");
  }

  /** Whether people could read it. */
  boolean isText() {
    return essence.startsWith("text/")
        || essence.endsWith("/xml")
        || essence.endsWith("+xml")
        || charset != null;
  }

  /** In what its texts are encoded; empty if this JVM does not know. */
  Optional<Charset> encoding() {
    if (charset == null) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Charset.isSupported(charset) && Charset.forName(charset).canEncode()
          ? Optional.of(Charset.forName(charset))
          : Optional.empty();
    } catch (IllegalCharsetNameException e) {
      return Optional.empty();
    }
  }

  /** Whether it says nothing else than UTF-8. */
  boolean isUtf8() {
    return charset == null || charset.equalsIgnoreCase("utf-8");
  }
}
