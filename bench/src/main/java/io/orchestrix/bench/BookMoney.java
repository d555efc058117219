package io.orchestrix.bench;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Books once more on an account. */
record BookMoney(@NotBlank @TargetAggregateIdentifier String account) implements Command {}
