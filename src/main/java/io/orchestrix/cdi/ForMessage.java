package io.orchestrix.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Leads the delivery of a message to the observer that was made for its class. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface ForMessage {

  Class<?> value();

  /** The qualifier as a value. */
  @SuppressWarnings("ClassExplicitlyAnnotation") // the way of CDI
  final class Literal extends AnnotationLiteral<ForMessage> implements ForMessage {

    private static final long serialVersionUID = 1L;

    private final Class<?> value;

    Literal(Class<?> value) {
      this.value = value;
    }

    @Override
    public Class<?> value() {
      return value;
    }
  }
}
