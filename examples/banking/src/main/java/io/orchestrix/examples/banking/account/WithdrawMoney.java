package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Pay money out. The same transaction id is booked once, however often it is sent. */
public record WithdrawMoney(
    @NotBlank String accountId,
    @NotBlank @Size(max = 100) String transactionId,
    @NotNull @Positive @Digits(integer = 15, fraction = 2) BigDecimal amount)
    implements Command {}
