package io.orchestrix.message.cloudevents;

import io.orchestrix.message.JsonPointer;
import java.util.Map;

/**
 * One thing that is wrong with a CloudEvent, without any value of it.
 *
 * @param pointer where, in the event or the batch as the JSON format shows it; what comes from
 *     outside is bounded and printable ASCII
 * @param detail what, for people
 */
record Flaw(String pointer, String detail) {

  private static final int LONGEST = 200;

  static Flaw at(JsonPointer place, String detail) {
    String text = place.text();
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return new Flaw(bounded.replaceAll("[^ -~]", "?"), detail);
  }

  /** As the details of a failure show it. */
  Map<String, String> toMap() {
    return Map.of("pointer", pointer, "detail", detail);
  }

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "it" : pointer) + " " + detail;
  }
}
