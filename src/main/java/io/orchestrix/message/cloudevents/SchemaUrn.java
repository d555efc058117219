package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code dataschema} of messages of ours: the kind, the type, the revision of an event. */
final class SchemaUrn {

  private static final String PREFIX = "urn:orchestrix:";
  private static final Pattern EVENT = Pattern.compile("event:([^:]+):([1-9][0-9]{0,9})");

  private SchemaUrn() {}

  static String ofEvent(String type, int revision) {
    return PREFIX + "event:" + encoded(type) + ":" + revision;
  }

  static String ofCommand(String type) {
    return PREFIX + "command:" + encoded(type);
  }

  /**
   * The revision of data with this schema: 1 if it is none of ours; empty if it is one of ours that
   * contradicts the type. Scheme and namespace of a URN are of either case.
   */
  static OptionalInt revision(String schema, String type) {
    if (!schema.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return OptionalInt.of(1);
    }
    String rest = schema.substring(PREFIX.length());
    if ((PREFIX + rest).equals(ofCommand(type))) {
      return OptionalInt.of(1);
    }
    Matcher event = EVENT.matcher(rest);
    return event.matches()
            && event.group(1).equals(encoded(type))
            && Long.parseLong(event.group(2)) <= Integer.MAX_VALUE
        ? OptionalInt.of(Integer.parseInt(event.group(2)))
        : OptionalInt.empty();
  }

  /** What RFC 3986 does not call unreserved, percent-encoded. */
  private static String encoded(String type) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : type.getBytes(UTF_8)) {
      boolean unreserved = String.valueOf((char) octet).matches("[A-Za-z0-9._~-]");
      encoded.append(unreserved ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
    }
    return encoded.toString();
  }
}
