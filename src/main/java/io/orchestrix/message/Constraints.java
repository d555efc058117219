package io.orchestrix.message;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.List;

/** Checks a message against the Bean Validation constraints on its components. */
public final class Constraints {

  private Constraints() {}

  /** What {@code message} breaks, in the order of places; empty if it is valid. */
  public static List<Violation> brokenBy(Object message, Validator validator) {
    return validator.validate(message).stream()
        .map(broken -> new Violation(pointer(broken.getPropertyPath()), broken.getMessage()))
        .sorted()
        .toList();
  }

  /** {@code lines[0].amount} becomes {@code /lines/0/amount}, {@code tags[1]} {@code /tags/1}. */
  private static String pointer(Path path) {
    JsonPointer pointer = JsonPointer.WHOLE;
    for (Path.Node node : path) {
      Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
      if (place != null) {
        pointer = pointer.to(place);
      }
      if (node.getKind() == ElementKind.PROPERTY) { // others have names that no JSON has
        pointer = pointer.to(node.getName());
      }
    }
    return pointer.text();
  }
}
