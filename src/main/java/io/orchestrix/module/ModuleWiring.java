package io.orchestrix.module;

/**
 * Wires a module by code: registers its aggregates and handlers. Without a server it is given to
 * {@code Orchestrix.inMemory().module(...)}; in a WAR it is a bean that is found by itself. In
 * which order modules are registered does not matter.
 *
 * <pre>{@code
 * @Module("orders")
 * class Orders implements ModuleWiring {
 *   public void register(ModuleRegistration module) {
 *     AggregateRepository<Order> orders = module.aggregate(Order.class);
 *     module.handles(CreateOrder.class, command -> orders.create(command.orderId(), order -> order.create(command)));
 *     module.observes(OrderCreated.class, event -> log(event));
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ModuleWiring {

  /** Registers all that belongs to the module. Called once, before the first message is sent. */
  void register(ModuleRegistration module);
}
