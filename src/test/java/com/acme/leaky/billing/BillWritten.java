package com.acme.leaky.billing;

import io.orchestrix.message.Event;

/** Somebody has to pay something. */
public record BillWritten(String billId) implements Event {}
