package io.orchestrix.message;

/**
 * The wish that something be done; exactly one handler decides on it.
 *
 * <pre>{@code
 * record Deposit(String accountId, BigDecimal amount) implements Command {}
 * }</pre>
 */
public non-sealed interface Command extends Message {}
