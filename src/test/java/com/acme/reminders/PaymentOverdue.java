package com.acme.reminders;

/** An order was not paid in time. */
public record PaymentOverdue(String orderId) {}
