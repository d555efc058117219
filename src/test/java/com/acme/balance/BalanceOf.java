package com.acme.balance;

import io.orchestrix.query.Query;
import jakarta.validation.constraints.NotBlank;

/** What is on the account? */
public record BalanceOf(@NotBlank String accountId) implements Query<Balance> {}
