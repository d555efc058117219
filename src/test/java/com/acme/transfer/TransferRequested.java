package com.acme.transfer;

import io.orchestrix.message.Event;
import java.math.BigDecimal;

/** Somebody wants money to go from one account to another. */
record TransferRequested(String transferId, String from, String to, BigDecimal amount)
    implements Event {}
