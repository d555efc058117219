package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;

/** Suspend an account: it refuses bookings until it is reactivated. */
public record SuspendAccount(@NotBlank String accountId) implements Command {}
