package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a {@link Saga}: a step, which has the name of the method. It returns
 *
 * <ul>
 *   <li>the command to be sent, or several in a collection, a stream or an array: the answer to the
 *       last one is the result of the step
 *   <li>or the new state, a value of the class of the state, which is its result as well
 *   <li>or anything else that is its result, as it does something itself
 *   <li>or nothing: {@code void}, {@code null}, an empty collection.
 * </ul>
 *
 * <p>An {@code Optional} is what it holds. Commands together with something else are an error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Step {

  /** Steps of a higher order wait for all of a lower one; those of one order do not wait. */
  int order();

  /** The name of the method with {@link Compensation} that takes it back; empty if none does. */
  String compensatedBy() default "";

  /** The events that complete it; without any it is done when its command is. */
  Class<? extends Event>[] awaits() default {};

  /** The events by which it fails. */
  Class<? extends Event>[] failsOn() default {};

  /**
   * The components of those events that make up the key of the instance; by default they are called
   * as in the event that begins it.
   */
  String[] correlatedBy() default {};

  /**
   * The name by which {@link SagaContext#correlate} has given instances the key of {@link
   * #correlatedBy}; empty for the instance's own.
   */
  String correlationKey() default "";

  /**
   * How long it may take, ISO-8601; empty for ever. A step is given up
   *
   * <ul>
   *   <li>when it has failed and its next attempt would begin later than so long after its first
   *       failure
   *   <li>if it is {@link #outside}, also so long after its beginning was remembered
   *   <li>if it awaits an event, also when that has not come so long after its method has returned,
   *       or after its beginning if it is outside.
   * </ul>
   *
   * <p>In the latter two cases nobody can tell whether it is done, and it is taken back as if it
   * was. A method that is running is not interrupted.
   */
  String timeout() default "";

  /** Whether there is no way back behind it: then the saga only goes forward. */
  boolean pivot() default false;

  /**
   * Whether it does something outside of the database: after a crash, or when it is given up,
   * nobody can tell whether that has happened, and it is taken back as if it had.
   */
  boolean outside() default false;
}
