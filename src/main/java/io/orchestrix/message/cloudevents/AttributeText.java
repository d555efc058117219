package io.orchestrix.message.cloudevents;

import java.util.Optional;

/** What a text must be to stand in an attribute (CloudEvents 1.0.2, "Type System": String). */
final class AttributeText {

  /** In UTF-16 units: as much as an event that everybody has to take (64 KB) could hold. */
  static final int LONGEST = 65_536;

  private AttributeText() {}

  static Optional<String> flaw(String value) {
    if (value.length() > LONGEST) {
      return Optional.of("is longer than %d characters".formatted(LONGEST));
    }
    return value.codePoints().allMatch(AttributeText::isAllowed)
        ? Optional.empty()
        : Optional.of("holds a control character, a noncharacter or half of a surrogate pair");
  }

  private static boolean isAllowed(int character) {
    boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    boolean noncharacter =
        (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    return !half && !noncharacter && !Character.isISOControl(character);
  }
}
