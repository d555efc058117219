package com.acme.shop.billing;

import io.orchestrix.message.Command;
import java.math.BigDecimal;

/** Write a bill. */
record WriteBill(String billId, String customer, BigDecimal amount) implements Command {}
