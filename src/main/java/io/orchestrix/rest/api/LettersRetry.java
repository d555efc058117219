package io.orchestrix.rest.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are to be tried again: those that somebody has seen, and no others.
 *
 * @param letters 1 to 500 of them
 * @param reason why, at most 1,000 characters
 */
public record LettersRetry(
    @Schema(required = true, minItems = 1, maxItems = 500) @Nullable List<LetterKey> letters,
    @Schema(maxLength = 1_000) @Nullable String reason)
    implements Reasoned {

  /**
   * Names a letter.
   *
   * @param subscription the name of the subscription
   * @param position the place of the event among all events
   */
  public record LetterKey(
      @Schema(required = true, maxLength = 255) @Nullable String subscription,
      @Schema(minimum = "1") long position) {}
}
