package com.acme.leaky.billing;

import io.orchestrix.command.HandlesCommand;

/** Writes bills. */
public class Bills {

  /** Does it. */
  public void write(@HandlesCommand WriteBill command) {
    throw new UnsupportedOperationException(command.billId());
  }
}
