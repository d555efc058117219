package io.orchestrix.saga;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a {@link Saga}: called at a time, in the state in which the instance is then. The
 * deadline has the name of the method, by which {@link SagaContext} schedules and cancels it.
 * Compensation cancels all deadlines, and so does the end.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnDeadline {

  /** When, counted from the start of the instance, ISO-8601; empty if only when scheduled. */
  String value() default "";
}
