package io.orchestrix.deadletter;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.StoredPayload;
import java.nio.charset.StandardCharsets;

/** Whether the subscription will be able to read an edited payload. Thread-safe. */
final class PayloadCheck {

  private final EventFormat format;

  PayloadCheck(EventFormat format) {
    this.format = format;
  }

  /**
   * Unknown types are refused even where unknown events are read on: nobody could tell whether the
   * payload fits.
   *
   * @throws DeadLetterException ORX-3304 if it does not fit
   */
  void requireReadable(DeadLetter letter, String json) {
    String type = letter.subject().type();
    int revision = letter.subject().revision();
    if (!format.isReadable(type, revision)) {
      throw DeadLetterException.unreadable(
          letter, "the application does not know that type in that revision", null);
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(json) || json.indexOf('\0') >= 0) {
      throw DeadLetterException.unreadable(letter, "it holds what is no character", null);
    }
    try {
      format.decode(new StoredPayload(type, revision, json));
    } catch (OrchestrixException e) {
      throw DeadLetterException.unreadable(letter, String.valueOf(e.getMessage()), e);
    }
  }
}
