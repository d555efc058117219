package io.orchestrix.examples.banking.payroll;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.IntegrationEvent;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** A payroll system has paid somebody who has an account here. */
@IntegrationEvent
@EventType("com.acme.payroll.salary-paid")
public record SalaryPaid(
    @NotBlank @Size(max = 80) String paymentId,
    @NotBlank String accountId,
    @NotNull @Positive @Digits(integer = 15, fraction = 2) BigDecimal amount)
    implements Event {}
