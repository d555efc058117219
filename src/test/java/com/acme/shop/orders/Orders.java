package com.acme.shop.orders;

import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.module.ModuleWiring;

/** The module of orders. */
public class Orders implements ModuleWiring {

  @Override
  public void register(ModuleRegistration module) {
    module.aggregate(Order.class);
  }
}
