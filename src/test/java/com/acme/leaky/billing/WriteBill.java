package com.acme.leaky.billing;

import io.orchestrix.message.Command;

/** Write a bill. */
public record WriteBill(String billId) implements Command {}
