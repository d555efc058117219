package io.orchestrix.saga;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A saga that uses all that there is to be declared, wherever it is deployed. */
@Saga("trip")
class Trips {

  record Asked(String trip, String customer) implements Event {}

  record Moved(String customer, String city) implements Event {}

  record Confirmed(String trip) implements Event {}

  record Task(String what) implements Command {}

  record Trip(String id, String city) {}

  /** What its method has as a further parameter. */
  @ApplicationScoped
  static class Prices {
    int of(String trip) {
      return trip.length();
    }
  }

  /** Does what is to be done. */
  @ApplicationScoped
  static class Desk {
    static final List<String> DONE = new CopyOnWriteArrayList<>();

    void run(@HandlesCommand Task task) {
      DONE.add(task.what());
    }
  }

  @StartsOn
  @Correlate("trip")
  Trip asked(@HandlesEvent Asked e, SagaContext saga) {
    saga.correlate("customer", e.customer());
    return new Trip(e.trip(), "Berlin");
  }

  @Correlate(value = "customer", key = "customer")
  Trip moved(Trip trip, @HandlesEvent Moved e) {
    return new Trip(trip.id(), e.city());
  }

  @Step(order = 1, compensatedBy = "cancel")
  Command reserve(Trip trip, Prices prices) {
    return new Task("reserve %s for %d".formatted(trip.id(), prices.of(trip.id())));
  }

  @Compensation
  Command cancel(Trip trip) {
    return new Task("cancel " + trip.id());
  }

  @Step(order = 2, awaits = Confirmed.class)
  Command ask(Trip trip) {
    return new Task("ask for " + trip.id());
  }

  @Step(order = 3)
  Command send(Trip trip) {
    return new Task("send %s to %s".formatted(trip.id(), trip.city()));
  }

  @OnDeadline("PT1H")
  void late(SagaContext saga) {
    saga.compensate("nobody has confirmed it");
  }

  /** Something happens. */
  static void happens(EventStore events, MetadataFactory metadata, Event event) {
    String stream = "trips/all";
    events.append(
        StreamId.parse(stream),
        AppendCondition.any(),
        List.of(new NewEvent(metadata.create(EventTypes.nameOf(event.getClass()), stream), event)));
  }
}
