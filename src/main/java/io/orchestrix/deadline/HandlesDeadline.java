package io.orchestrix.deadline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a bean the one handler of deadlines whose payload is of the parameter's class,
 * a record.
 *
 * <p>The method is not static, not private, and public in an EJB. Further parameters are injected;
 * a {@link Deadline} is the one that is due. It runs in the transaction that removes the deadline,
 * on behalf of who has scheduled it; what it throws rolls everything back, and it is called again
 * as {@code orchestrix.deadlines.failure} says.
 *
 * <pre>{@code
 * void overdue(@HandlesDeadline PaymentOverdue due, CommandBus commands) {
 *   commands.send(new CancelOrder(due.orderId()));
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface HandlesDeadline {}
