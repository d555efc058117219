package io.orchestrix.cdi;

import io.orchestrix.eventstore.RecordedEvent;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import java.util.Set;

/**
 * Goes with every CDI event that is an event of the store, and carries where that stands to each of
 * its observers, on whatever thread and however much later.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Stored {

  /** The qualifier as a value; all are equal, as an annotation without members is. */
  @SuppressWarnings({
    "ClassExplicitlyAnnotation", // the way of CDI
    "ImmutableAnnotationChecker" // a recorded event never changes
  })
  final class Literal extends AnnotationLiteral<Stored> implements Stored {

    private static final long serialVersionUID = 1L;

    private final transient RecordedEvent recorded;

    Literal(RecordedEvent recorded) {
      this.recorded = recorded;
    }

    /** What came with an event that was fired with these qualifiers. */
    static Optional<RecordedEvent> in(Set<Annotation> qualifiers) {
      for (Annotation qualifier : qualifiers) {
        if (qualifier instanceof Literal literal) {
          return Optional.of(literal.recorded);
        }
      }
      return Optional.empty();
    }
  }
}
