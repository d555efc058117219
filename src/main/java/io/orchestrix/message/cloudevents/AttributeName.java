package io.orchestrix.message.cloudevents;

import java.util.Optional;

/**
 * What an attribute may be called (CloudEvents 1.0.2, "Naming Conventions"). More than 20
 * characters are a SHOULD NOT and so are taken; the bound is ours.
 */
final class AttributeName {

  private static final int LONGEST = 255;

  private AttributeName() {}

  static Optional<String> flaw(String name) {
    if (name.equals("data")) {
      return Optional.of("is reserved and names no attribute");
    }
    boolean allowed =
        !name.isEmpty()
            && name.length() <= LONGEST
            && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    return allowed
        ? Optional.empty()
        : Optional.of(
            "is no attribute name of 1 to %d letters a to z or digits".formatted(LONGEST));
  }
}
