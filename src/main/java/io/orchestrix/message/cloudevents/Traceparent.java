package io.orchestrix.message.cloudevents;

import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code traceparent} of W3C Trace Context, section 3.2; of versions to come its beginning. */
final class Traceparent {

  /** What the tables hold. */
  private static final int LONGEST = 64;

  private static final Pattern FORMAT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:(?<!^00.{53})-[!-~]*)?");

  private Traceparent() {}

  static Optional<String> flaw(String value) {
    return value.length() <= LONGEST && FORMAT.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("is no traceparent of W3C Trace Context");
  }
}
