package io.orchestrix.examples.banking.balance;

import io.orchestrix.query.Query;
import jakarta.validation.constraints.NotBlank;

/** How it stands with an account. */
public record BalanceOf(@NotBlank String accountId) implements Query<AccountBalance> {}
