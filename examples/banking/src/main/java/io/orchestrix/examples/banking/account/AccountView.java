package io.orchestrix.examples.banking.account;

import java.math.BigDecimal;

/**
 * An account as clients see it.
 *
 * @param version how many events it has
 */
public record AccountView(
    String accountId, String owner, BigDecimal balance, AccountStatus status, long version) {}
