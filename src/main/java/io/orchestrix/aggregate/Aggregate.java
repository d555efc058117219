package io.orchestrix.aggregate;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as an aggregate: it extends {@link AggregateRoot} or implements {@link Decider},
 * has a constructor without parameters, and an {@link AggregateRepository} of it can be injected.
 *
 * <p>(It is a stereotype only so that bean discovery sees the class; aggregates are no beans.)
 */
@Documented
@Stereotype
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Aggregate {

  /** The category of its streams, unique in the application; it stays when the class is renamed. */
  String value();
}
