package io.orchestrix.standalone;

import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/** Finds Bean Validation where there is one on the class path. */
final class BeanValidation {

  private BeanValidation() {}

  /** Checks constraints; {@code null} if nobody can. */
  static @Nullable Validator find() {
    try {
      return Validation.buildDefaultValidatorFactory().getValidator();
    } catch (ValidationException | NoClassDefFoundError e) { // no provider, or not even the API
      return null;
    }
  }
}
