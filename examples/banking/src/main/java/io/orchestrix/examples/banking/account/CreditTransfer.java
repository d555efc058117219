package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Give the money of a transfer to the account that receives it. */
public record CreditTransfer(
    @NotBlank String accountId,
    @NotBlank @Size(max = 100) String transferId,
    @NotNull @Positive @Digits(integer = 15, fraction = 2) BigDecimal amount)
    implements Command {}
