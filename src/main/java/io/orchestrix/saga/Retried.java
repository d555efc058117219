package io.orchestrix.saga;

import io.orchestrix.config.Backoff;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a {@link Saga}: how often it is tried when it fails, each time in a transaction of
 * its own. Without it that is configured, with {@code orchestrix.sagas.*}. A step whose command is
 * refused ({@code REFUSED}, {@code INVALID}, {@code NOT_FOUND}, {@code FORBIDDEN}) is not tried
 * again, unless there is no way back; conflicts and an absent database do not count.
 *
 * <p>A step whose attempts are used up lets the saga go back; a compensation, an event or a
 * deadline quarantines the instance.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retried {

  /** How often, the first time included: 1 to 100. */
  int attempts();

  /** How the pauses grow. */
  Backoff backoff() default Backoff.EXPONENTIAL;

  /** The first pause, ISO-8601. */
  String pause() default "PT1S";

  /** No pause is longer, ISO-8601, at most {@code PT1H}. */
  String longest() default "PT1M";
}
