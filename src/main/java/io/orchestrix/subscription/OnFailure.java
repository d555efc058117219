package io.orchestrix.subscription;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.config.Backoff;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what is done when an event fails: on a method for the events that it handles, on a class for
 * those of all its methods. Without it the configuration says so, see {@code
 * orchestrix.projections.failure.*}.
 *
 * <p>That the database is away is no failure of an event: it is waited for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnFailure {

  /** How often it is tried, the first time included: 1 to 100. */
  int attempts() default 5;

  /** How the pauses grow. */
  Backoff backoff() default Backoff.EXPONENTIAL;

  /** The first pause, an ISO-8601 duration. */
  String pause() default "PT0.1S";

  /** The longest pause, an ISO-8601 duration of at most an hour. */
  String longest() default "PT10S";

  /** What follows the last attempt. */
  AfterFailure then() default AfterFailure.DEAD_LETTER;
}
