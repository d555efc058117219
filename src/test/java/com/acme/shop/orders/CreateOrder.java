package com.acme.shop.orders;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;

/** Order something. */
public record CreateOrder(@TargetId String orderId, @NotBlank String customer, BigDecimal total)
    implements Command {}
