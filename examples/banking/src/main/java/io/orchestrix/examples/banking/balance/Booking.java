package io.orchestrix.examples.banking.balance;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of a statement.
 *
 * @param position of its event
 * @param amount positive, also of a withdrawal
 * @param balance what it was afterwards
 */
public record Booking(
    long position, Instant time, LineKind kind, BigDecimal amount, BigDecimal balance) {}
