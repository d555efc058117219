package io.orchestrix.subscription;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter that takes the event, in a method that handles events of its class, and of
 * the classes below it, in the order of the store, none left out and none twice.
 *
 * <pre>{@code
 * void deposited(@HandlesEvent MoneyDeposited event, RecordedEvent recorded) { ... }
 * }</pre>
 *
 * <p>Unlike an observer it is called after the commit of the event, from the store: what was stored
 * while the application was down is handled when it is up again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface HandlesEvent {}
