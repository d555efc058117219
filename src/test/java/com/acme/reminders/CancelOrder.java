package com.acme.reminders;

import io.orchestrix.message.Command;

/** The wish that an order be cancelled. */
public record CancelOrder(String orderId) implements Command {}
