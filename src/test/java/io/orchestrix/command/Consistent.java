package io.orchestrix.command;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A constraint on a record as a whole. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Consistent.ByItself.class)
@interface Consistent {

  String message() default "is not consistent";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Something that knows whether it is consistent. */
  interface Checked {
    boolean consistent();
  }

  /** Asks the value itself. */
  final class ByItself implements ConstraintValidator<Consistent, Checked> {
    @Override
    public boolean isValid(Checked value, ConstraintValidatorContext context) {
      return value.consistent();
    }
  }
}
