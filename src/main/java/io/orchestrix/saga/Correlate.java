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
 * @Correlate("order") // the instance's own key, under another name
 * State changed(State s, @HandlesEvent OrderChanged e) { ... }
 *
 * @Correlate(value = "paymentId", key = "paymentId") // a further key
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
   * The name by which {@link SagaContext#correlate} has given instances this key; empty for the
   * instance's own. An event by a name that no instance has given finds none.
   */
  String key() default "";
}
