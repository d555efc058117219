package io.orchestrix.message;

/**
 * A place in a JSON document (RFC 6901).
 *
 * @param text as it is written; empty for the document as a whole
 */
public record JsonPointer(String text) {

  /** The document as a whole. */
  public static final JsonPointer WHOLE = new JsonPointer("");

  /** The member or element {@code step} of this place. */
  public JsonPointer to(Object step) {
    String escaped = step.toString().replace("~", "~0").replace("/", "~1");
    return new JsonPointer(text + "/" + escaped);
  }
}
