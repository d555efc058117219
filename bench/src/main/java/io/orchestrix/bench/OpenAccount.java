package io.orchestrix.bench;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes an account by so many bookings. */
record OpenAccount(@NotBlank @TargetAggregateIdentifier String account, @Positive int bookings)
    implements Command {}
