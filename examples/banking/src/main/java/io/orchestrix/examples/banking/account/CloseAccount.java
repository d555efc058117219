package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;

/** Close an account for good; its balance is zero. */
public record CloseAccount(@NotBlank String accountId) implements Command {}
