package com.acme.leaky.orders;

import com.acme.leaky.billing.BillWritten;
import com.acme.leaky.billing.WriteBill;
import io.orchestrix.command.CommandBus;

/** Sends the command of another module when that one's event happens. */
public class Sender {

  void on(BillWritten event, CommandBus commands) {
    commands.send(new WriteBill(event.billId()));
  }
}
