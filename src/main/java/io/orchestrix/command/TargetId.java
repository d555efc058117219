package io.orchestrix.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what in a command says which one it is for: a component of a record, or a method without
 * parameters. Its text is the id of the aggregate that handles the command.
 *
 * <pre>{@code
 * record Deposit(@TargetId String accountId, BigDecimal amount) implements Command {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TargetId {}
