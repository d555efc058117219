package com.acme.shop.billing;

import com.acme.shop.orders.OrderCreated;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.module.ModuleWiring;

/** The module of bills: whatever is ordered has to be paid. */
public class Billing implements ModuleWiring {

  @Override
  public void register(ModuleRegistration module) {
    AggregateRepository<Bill> bills = module.aggregate(Bill.class);
    CommandBus commands = module.commands();
    module.handles(
        WriteBill.class,
        command ->
            bills.create(
                command.billId(), bill -> bill.write(command.customer(), command.amount())));
    module.observes(
        OrderCreated.class,
        order -> commands.send(new WriteBill(order.orderId(), order.customer(), order.total())));
  }
}
