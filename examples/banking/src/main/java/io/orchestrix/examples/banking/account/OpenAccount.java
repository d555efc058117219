package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Command;
import io.orchestrix.message.Sensitive;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Open an account with a first balance. */
public record OpenAccount(
    @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String accountId,
    @NotBlank @Size(max = 200) @Sensitive String owner,
    @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 2) BigDecimal initialBalance)
    implements Command {}
