package io.orchestrix.examples.banking.total;

import java.math.BigDecimal;

/**
 * Where all money is at a moment.
 *
 * @param onAccounts the sum of all balances
 * @param inTransit what has left an account and has not arrived at another one
 * @param total both together, which no transfer changes
 * @param position of the last event that it tells of
 */
public record TotalView(
    BigDecimal onAccounts, BigDecimal inTransit, BigDecimal total, long position) {}
