package io.orchestrix.rest.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody acts.
 *
 * @param reason 1 to 1,000 characters; what destroys something takes none without it
 */
public record Reason(@Schema(maxLength = 1_000) @Nullable String reason) implements Reasoned {

  private static final int LONGEST = 1_000;

  /**
   * What was said, or nothing.
   *
   * @throws BodyException if it is too long, or holds what databases do not keep
   */
  static String optional(@Nullable Reasoned said) {
    String reason = said == null ? null : said.reason();
    String stripped = reason == null ? "" : reason.strip();
    if (stripped.length() > LONGEST || !PathText.isKept(stripped)) {
      throw BodyException.badReason(LONGEST);
    }
    return stripped;
  }

  /**
   * What was said.
   *
   * @throws BodyException if it is nothing, too long, or holds what databases do not keep
   */
  static String required(@Nullable Reasoned said) {
    String given = optional(said);
    if (given.isEmpty()) {
      throw BodyException.badReason(LONGEST);
    }
    return given;
  }
}
