package io.orchestrix.examples.banking.balance;

import io.orchestrix.examples.banking.account.AccountStatus;
import io.orchestrix.message.Sensitive;
import java.math.BigDecimal;

/**
 * An account as the read model has it, which may be a moment behind.
 *
 * @param position of the last event that it tells of
 */
public record AccountBalance(
    String accountId,
    @Sensitive String owner,
    BigDecimal balance,
    AccountStatus status,
    long position) {}
