package io.orchestrix.saga;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a {@link Saga} that takes an event: which instance the event concerns. Without it,
 * that is as on the method with {@link StartsOn}.
 *
 * <pre>{@code
 * @StartsOn @Correlate("orderId")
 * State start(@HandlesEvent OrderPlaced e, SagaContext saga) {
 *   saga.correlate("paymentId", e.paymentId());
 *   // ...
 * }
 *
 * @Correlate("paymentId")
 * State paid(State s, @HandlesEvent PaymentReceived e) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Correlate {

  /** The components of the event that make up the key. */
  String[] value();

  /**
   * What kind of key it is: that of {@link StartsOn}, or one that {@link SagaContext#correlate} has
   * named. By default the name of the component, or of several with commas between them.
   */
  String key() default "";
}
