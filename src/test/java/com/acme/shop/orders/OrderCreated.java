package com.acme.shop.orders;

import io.orchestrix.message.Event;
import java.math.BigDecimal;

/** Somebody has ordered something. */
public record OrderCreated(String orderId, String customer, BigDecimal total) implements Event {}
