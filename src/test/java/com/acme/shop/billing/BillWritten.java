package com.acme.shop.billing;

import io.orchestrix.message.Event;
import java.math.BigDecimal;

/** Somebody has to pay something. */
public record BillWritten(String billId, String customer, BigDecimal amount) implements Event {}
