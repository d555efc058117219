package io.orchestrix.cdi;

import io.orchestrix.message.Command;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Leads the delivery of a command to the observer that was made for its class. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface ForCommand {

  Class<? extends Command> value();

  /** The qualifier as a value. */
  @SuppressWarnings("ClassExplicitlyAnnotation") // the way of CDI
  final class Literal extends AnnotationLiteral<ForCommand> implements ForCommand {

    private static final long serialVersionUID = 1L;

    private final Class<? extends Command> value;

    Literal(Class<? extends Command> value) {
      this.value = value;
    }

    @Override
    public Class<? extends Command> value() {
      return value;
    }
  }
}
