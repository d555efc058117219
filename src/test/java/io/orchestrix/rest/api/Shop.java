package io.orchestrix.rest.api;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Sensitive;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that operators look at. */
@ApplicationScoped
class Shop {

  /** What was done. */
  static final List<String> DONE = new CopyOnWriteArrayList<>();

  /** What fails. */
  static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

  static void forget() {
    DONE.clear();
    BROKEN.clear();
    Counts.TOTALS.clear();
  }

  record Counted(String name, @Sensitive String owner, int by) implements Event {}

  record Move(String what) implements Command {}

  record Order(String id, @Sensitive String card) {}

  record Remind(String what, @Sensitive String whom) {}

  private static void done(String what) {
    if (BROKEN.contains(what)) {
      throw new IllegalStateException("card 4711 is not taken");
    }
    DONE.add(what);
  }

  void run(@HandlesCommand Move move) {
    done(move.what());
  }

  void remind(@HandlesDeadline Remind reminder) {
    done(reminder.what());
  }

  /** Goes back before it has charged, and is quarantined behind that. */
  @Produces
  @Singleton
  SagaDefinition<Order> order() {
    return SagaDefinition.named("order", Order.class)
        .version(2)
        .step("reserve", (order, saga) -> new Move("reserve " + order.id()))
        .compensatedBy((order, saga) -> new Move("release " + order.id()))
        .step("charge", (order, saga) -> new Move("charge " + order.id()))
        .pivot()
        .step("ship", (order, saga) -> new Move("ship " + order.id()))
        .build();
  }

  /** In memory, a version beside the other. */
  @Projection("counts")
  static class Counts {
    static final Map<String, Integer> TOTALS = new ConcurrentHashMap<>();

    void counted(@HandlesEvent Counted event, ReadModel model) {
      if (event.by() < 0) {
        throw new IllegalArgumentException(event.owner() + " counts backwards");
      }
      TOTALS.merge(model.version() + " " + event.name(), event.by(), Integer::sum);
    }

    @OnReset
    void clear(ReadModel model, GlobalPosition after) {
      TOTALS.keySet().removeIf(key -> key.startsWith(model.version() + " "));
    }
  }

  @Projection(value = "direct", mode = Projection.Mode.INLINE)
  static class Direct {
    void counted(@HandlesEvent Counted event) {}
  }
}
