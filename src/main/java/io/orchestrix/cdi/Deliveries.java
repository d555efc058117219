package io.orchestrix.cdi;

import io.orchestrix.command.Route;
import io.orchestrix.deadline.DeadlineRoute;
import io.orchestrix.message.Command;
import io.orchestrix.module.Registered;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryRoute;
import jakarta.enterprise.event.Event;
import org.jspecify.annotations.Nullable;

/** Brings messages to the handlers that discovery found, as CDI events. Thread-safe. */
final class Deliveries {

  private final Event<Object> events;

  Deliveries(Event<Object> events) {
    this.events = events;
  }

  /** A handler of commands, to be registered for {@code module}. */
  Registered.Handler command(Handling found, String module) {
    return new Registered.Handler(
        module,
        found.message().asSubclass(Command.class),
        new Route(to(found.message())::deliver, found.answer(), found.describe()));
  }

  /** A handler of queries, to be registered for {@code module}. */
  @SuppressWarnings("unchecked") // any class of queries is one of queries for something
  Registered.QueryHandler query(Handling found, String module) {
    return new Registered.QueryHandler(
        module,
        (Class<? extends Query<?>>) found.message().asSubclass(Query.class),
        new QueryRoute(
            to(found.message())::deliver, found.answer(), found.reads(), found.describe()));
  }

  /** A handler of deadlines, to be registered for {@code module}. */
  Registered.OfDeadlines deadline(Handling found, String module) {
    Address address = to(found.message());
    return new Registered.OfDeadlines(
        module, found.message(), new DeadlineRoute(address::deliver, found.describe()));
  }

  private Address to(Class<?> message) {
    return new Address(message, events.select(Delivery.class, new ForMessage.Literal(message)));
  }

  private record Address(Class<?> message, Event<Delivery> channel) {

    @Nullable Object deliver(Object message) throws Exception {
      Delivery delivery = new Delivery(message);
      channel.fire(delivery);
      return delivery.answer(this.message);
    }
  }
}
