package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;

/** End the suspension of an account. */
public record ReactivateAccount(@NotBlank String accountId) implements Command {}
