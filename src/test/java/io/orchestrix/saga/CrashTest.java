package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process dies before and after each commit, and another one goes on. */
class CrashTest {

  private static final List<Class<? extends Event>> EVENTS =
      List.of(Placed.class, Paid.class, Ledger.Happened.class);

  /** A saga of three steps; it ends well, or is taken back. */
  private enum Course {
    ALL_GOES_WELL("", SagaStatus.COMPLETED, "a, b, c"),
    THE_THIRD_IS_REFUSED("c", SagaStatus.COMPENSATED, "a, b, -b, -a");

    final String refused;
    final SagaStatus end;
    final String effects;

    Course(String refused, SagaStatus end, String effects) {
      this.refused = refused;
      this.end = end;
      this.effects = effects;
    }
  }

  private static SagaDefinition<Order> definition() {
    return Orders.saga()
        .step("a", task("a"))
        .compensatedBy(task("-a"))
        .step("b", task("b"))
        .compensatedBy(task("-b"))
        .awaits(Paid.class, "order")
        .step("c", task("c"))
        .build();
  }

  private static SagaAction<Order> task(String name) {
    return (order, saga) -> new Orders.Task(name + " " + order.id());
  }

  private static Rig process(Kept kept, Course course) {
    Ledger ledger = new Ledger(course.refused);
    Rig rig = new Rig(kept, ledger, definition());
    ledger.in(rig);
    return rig;
  }

  private static void proceed(Rig rig) {
    rig.settle();
    rig.elapse(Duration.ofMinutes(5));
  }

  /** Whether it has died. */
  private static boolean dies(Kept kept, Course course, MortalUnitOfWork mortal) {
    try {
      proceed(process(kept.with(mortal), course));
      return false;
    } catch (Rig.Death e) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IN_MEMORY, ALL_GOES_WELL",
    "IN_MEMORY, THE_THIRD_IS_REFUSED",
    "ON_H2, ALL_GOES_WELL",
    "ON_H2, THE_THIRD_IS_REFUSED",
    "ON_POSTGRES, ALL_GOES_WELL",
    "ON_POSTGRES, THE_THIRD_IS_REFUSED"
  })
  void whenever_it_dies_it_goes_on_and_every_effect_happens_once_and_in_order(
      Kept.Kind kind, Course course) {
    int boundaries = 0;
    try (Kept kept = kind.open(EVENTS)) {
      boolean hasDied = true;
      for (; hasDied; boundaries++) {
        String order = "O-" + boundaries;
        Rig begun = process(kept, course);
        begun.append("order/" + order, new Placed(order));
        begun.append("payment/" + order, new Paid(order, 1));

        hasDied = dies(kept, course, new MortalUnitOfWork(kept.unitOfWork(), boundaries));
        Rig next = process(kept, course);
        proceed(next);

        assertThat(next.instance("order", order).status()).as(order).isEqualTo(course.end);
        assertThat(effects(kept, order)).as(order).isEqualTo(course.effects);
        assertThat(next.next()).as(order).isEmpty();
        assertThat(kept.instances().find("order", List.of(order)))
            .as(order)
            .extracting(SagaRow::status)
            .containsExactly(course.end);
      }
    }
    assertThat(boundaries).isGreaterThan(10);
  }

  private static String effects(Kept kept, String order) {
    return kept.events()
        .read(new StreamId("effects", order))
        .map(entry -> ((Ledger.Happened) entry.payload()).what())
        .collect(Collectors.joining(", "));
  }
}
