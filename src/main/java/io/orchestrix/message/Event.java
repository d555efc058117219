package io.orchestrix.message;

/**
 * A fact that has happened. It is stored once and never changed, nor is what it holds; any number
 * of readers follow it.
 *
 * <pre>{@code
 * record MoneyDeposited(String accountId, BigDecimal amount) implements Event {}
 * }</pre>
 */
public non-sealed interface Event extends Message {}
