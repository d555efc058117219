package io.orchestrix.message;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event that other systems may send as a CloudEvent. Its CloudEvents type is the name
 * under which it is stored, that of {@link EventType}. No other event is taken from outside.
 *
 * <pre>{@code
 * @IntegrationEvent
 * @EventType("com.acme.payroll.salary-paid")
 * public record SalaryPaid(@NotBlank String accountId, BigDecimal amount) implements Event {}
 * }</pre>
 *
 * <p>What is received is appended to a stream of the category {@code inbox}, one for each source
 * and subject, so projections, sagas and observers get it as any other event. Bean Validation holds
 * its constraints before.
 *
 * <p>It makes the class known to the store, as {@link EventType} does, and is a stereotype for the
 * same reason.
 */
@Documented
@Stereotype
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IntegrationEvent {}
