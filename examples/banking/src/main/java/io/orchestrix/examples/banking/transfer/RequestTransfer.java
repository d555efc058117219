package io.orchestrix.examples.banking.transfer;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Let money go from one account to another. The same transfer id is transferred once. */
public record RequestTransfer(
    @NotBlank @Size(max = 100) String transferId,
    @NotBlank String from,
    @NotBlank String to,
    @NotNull @Positive @Digits(integer = 15, fraction = 2) BigDecimal amount)
    implements Command {}
