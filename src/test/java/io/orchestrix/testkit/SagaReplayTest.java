package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaBuilder;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of old instances show what a change of the code would break. */
class SagaReplayTest {

  record Ordered(String order, String sku) implements Event {}

  record Delivered(String order) implements Event {}

  record Reserve(String sku) implements Command {}

  record Release(String sku) implements Command {}

  record Charge(String order, int amount) implements Command {}

  record Refund(String order) implements Command {}

  record Ship(String order) implements Command {}

  record Order(String id, String sku) {}

  /** As {@link Order} was, but for the type of the key. */
  record NumberedOrder(int id, String sku) {}

  private final RuntimeException noLuck = new IllegalStateException("no luck");

  @TempDir Path folder;

  private static SagaBuilder<Order> start() {
    return SagaDefinition.named("order", Order.class)
        .startsOn(Ordered.class, event -> new Order(event.order(), event.sku()), "order")
        .deadline(
            "late",
            Duration.ofHours(1),
            (order, saga) -> {
              saga.compensate("late");
              return null;
            });
  }

  private static SagaBuilder<Order> reserve(SagaBuilder<Order> saga) {
    return saga.step("reserve", (order, context) -> new Reserve(order.sku()))
        .compensatedBy((order, context) -> new Release(order.sku()));
  }

  private static SagaBuilder<Order> charge(SagaBuilder<Order> saga) {
    return saga.step("charge", (order, context) -> new Charge(order.id(), 10))
        .compensatedBy((order, context) -> new Refund(order.id()));
  }

  private static SagaBuilder<Order> ship(SagaBuilder<Order> saga) {
    return saga.step("ship", (order, context) -> new Ship(order.id()))
        .awaits(Delivered.class, "order");
  }

  private static SagaDefinition<Order> old() {
    return ship(charge(reserve(start()))).build();
  }

  /** The journals that the old code writes. */
  private Path history(Consumer<SagaScene> happening, Consumer<SagaAnswers> answering) {
    SagaAnswers answers = new SagaAnswers();
    answering.accept(answers);
    SagaScene scene = new SagaScene(old(), new FixtureOptions(), answers);
    happening.accept(scene);
    Path file = folder.resolve("orders.jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      scene.sagas().history().write(SagaQuery.ALL, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void order(SagaScene scene) {
    scene.happens(List.of(new Ordered("O-1", "lamp")));
  }

  private Path finished() {
    return history(
        scene -> {
          order(scene);
          scene.happens(List.of(new Delivered("O-1")));
        },
        answers -> answers.answer(Charge.class, charge -> "receipt 7"));
  }

  private Path compensated() {
    return history(
        scene -> {
          order(scene);
          scene.elapse(Duration.ofHours(2));
        },
        answers -> {});
  }

  private Path waiting() {
    return history(SagaReplayTest::order, answers -> {});
  }

  private Path failing() {
    return history(SagaReplayTest::order, answers -> answers.fail(Charge.class, noLuck, 1));
  }

  private Path givenUp() {
    return history(
        scene -> {
          order(scene);
          scene.elapse(Duration.ofMinutes(1));
        },
        answers -> answers.fail(Charge.class, noLuck, 3));
  }

  private Path quarantined() {
    return history(
        scene -> {
          order(scene);
          scene.elapse(Duration.ofDays(1));
        },
        answers -> answers.fail(Release.class, noLuck, 10));
  }

  private Path operated() {
    return history(
        scene -> {
          order(scene);
          scene.elapse(Duration.ofDays(1));
          scene.operate(new SagaId("order", "O-1"), OperatorAction.RETRY);
        },
        answers -> answers.fail(Release.class, noLuck, 10));
  }

  private List<Path> all() {
    // each is written to the same file, so they are moved away
    return List.of(
        moved("finished", finished()),
        moved("compensated", compensated()),
        moved("waiting", waiting()),
        moved("failing", failing()),
        moved("given-up", givenUp()),
        moved("quarantined", quarantined()),
        moved("operated", operated()));
  }

  private Path moved(String name, Path file) {
    try {
      return Files.move(file, folder.resolve(name + ".jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertBreaks(Path file, SagaDefinition<?> changed, String... parts) {
    assertThatThrownBy(() -> SagaReplay.assertCompatible(file, changed))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The code does something else than 1 of 1 histories:")
        .hasMessageContainingAll(parts);
  }

  private static SagaDefinition<Order> changed(UnaryOperator<SagaBuilder<Order>> steps) {
    return steps.apply(start()).build();
  }

  @Test
  void the_same_code_does_the_same_however_it_went() {
    all();

    SagaReplay.assertCompatible(folder, old());
  }

  @Test
  void a_step_that_was_removed_is_found() {
    assertBreaks(
        finished(),
        changed(saga -> ship(reserve(saga))),
        "order/O-1, entry 4 (orchestrix.SagaStepCompleted): There is no step 'charge'.",
        "give the change version 2");
  }

  @Test
  void a_step_that_was_renamed_is_found() {
    assertBreaks(
        waiting(),
        changed(
            saga ->
                ship(reserve(saga).step("pay", (order, context) -> new Charge(order.id(), 10)))),
        "entry 4 (orchestrix.SagaStepCompleted): There is no step 'charge'.",
        "entry 5 (orchestrix.SagaStepStarted): It was decided: step ship, and to await an event.",
        "Now it would be: step pay.");
  }

  @Test
  void steps_in_another_order_are_found() {
    assertBreaks(
        finished(),
        changed(saga -> ship(reserve(charge(saga)))),
        "entry 3 (orchestrix.SagaStepCompleted): It was decided: step reserve.",
        "Now it would be: step charge.");
  }

  @Test
  void a_step_that_was_added_is_found() {
    assertBreaks(
        waiting(),
        changed(saga -> ship(charge(reserve(saga).step("check", (order, context) -> "checked")))),
        "It was decided: step charge. Now it would be: step check.");
  }

  @Test
  void another_command_is_found() {
    assertBreaks(
        finished(),
        changed(
            saga ->
                ship(
                    reserve(saga)
                        .step("charge", (order, context) -> new Charge(order.id(), 11))
                        .compensatedBy((order, context) -> new Refund(order.id())))),
        "entry 4",
        "It has sent [SentCommand[type=Charge, payload={order=O-1, amount=10}]]",
        "would send [SentCommand[type=Charge, payload={order=O-1, amount=11}]]");
  }

  @Test
  void another_compensation_is_found() {
    assertBreaks(
        compensated(),
        changed(
            saga ->
                ship(
                    reserve(saga)
                        .step("charge", (order, context) -> new Charge(order.id(), 10))
                        .compensatedBy((order, context) -> new Refund(order.sku())))),
        "(orchestrix.SagaStepCompensated): It has sent");
    assertBreaks(
        compensated(),
        changed(
            saga ->
                ship(reserve(saga).step("charge", (order, context) -> new Charge(order.id(), 10)))),
        "Nothing takes the step 'charge' back.");
  }

  @Test
  void a_state_that_cannot_be_read_is_found_once() {
    SagaDefinition<NumberedOrder> changed =
        SagaDefinition.named("order", NumberedOrder.class)
            .startsOn(Ordered.class, event -> new NumberedOrder(1, event.sku()), "order")
            .step("reserve", (order, saga) -> new Reserve(order.sku()))
            .compensatedBy((order, saga) -> new Release(order.sku()))
            .step("charge", (order, saga) -> new Charge("O-" + order.id(), 10))
            .step("ship", (order, saga) -> new Ship("O-" + order.id()))
            .awaits(Delivered.class, "order")
            .deadline("late", Duration.ofHours(1), (order, saga) -> null)
            .build();

    assertThatThrownBy(() -> SagaReplay.assertCompatible(waiting(), changed))
        .isInstanceOf(AssertionError.class)
        .satisfies(e -> assertThat(e.toString().lines()).hasSize(2))
        .hasMessageContaining("entry 2 (orchestrix.SagaEventTaken): Its state cannot be read:");
  }

  @Test
  void an_event_that_cannot_be_read_is_found() {
    Path file = waiting();
    SagaDefinition<Order> byHand =
        charge(reserve(SagaDefinition.named("order", Order.class)))
            .step("ship", (order, saga) -> new Ship(order.id()))
            .awaits(Delivered.class, "order")
            .deadline("late", Duration.ofHours(1), (order, saga) -> null)
            .build();

    assertBreaks(
        file, byHand, "entry 1 (orchestrix.SagaStarted): The event Ordered cannot be read:");
  }

  @Test
  void a_deadline_that_was_removed_is_found_if_it_has_come_or_is_to_come() {
    SagaDefinition<Order> hasty =
        ship(charge(
                reserve(
                    SagaDefinition.named("order", Order.class)
                        .startsOn(
                            Ordered.class,
                            event -> new Order(event.order(), event.sku()),
                            "order"))))
            .build();

    assertBreaks(
        compensated(), hasty, "(orchestrix.SagaDeadlineFired): There is no deadline 'late'.");
    assertBreaks(waiting(), hasty, "entry 5 (orchestrix.SagaStepStarted)", "deadline 'late'");
    SagaReplay.assertCompatible(finished(), hasty);
  }

  @Test
  void a_deadline_that_does_something_else_is_found() {
    SagaDefinition<Order> patient =
        ship(charge(
                reserve(
                    SagaDefinition.named("order", Order.class)
                        .startsOn(
                            Ordered.class,
                            event -> new Order(event.order(), event.sku()),
                            "order"))))
            .deadline("late", Duration.ofHours(1), (order, saga) -> null)
            .build();

    assertBreaks(compensated(), patient, "(orchestrix.SagaDeadlineFired): It would not go back.");
  }

  @Test
  void a_step_that_awaits_nothing_any_more_is_found() {
    assertBreaks(
        waiting(),
        changed(
            saga -> charge(reserve(saga)).step("ship", (order, context) -> new Ship(order.id()))),
        "It was decided: step ship, and to await an event. Now it would be: step ship.");
  }

  @Test
  void a_method_that_fails_now_is_found() {
    assertBreaks(
        finished(),
        changed(
            saga ->
                ship(
                    charge(
                        saga.step(
                            "reserve",
                            (order, context) -> {
                              throw noLuck;
                            })))),
        "entry 3",
        "Its method fails now:",
        "no luck");
  }

  @Test
  void a_new_version_alone_does_not_know_the_old_instances() {
    SagaDefinition<Order> second = ship(charge(start().version(2))).build();

    assertBreaks(finished(), second, "There is no version 1, nor a migration.");
    SagaReplay.assertCompatible(finished(), old(), second);
  }

  @Test
  void a_migration_has_to_know_what_running_instances_need() {
    SagaDefinition<Order> good =
        ship(charge(reserve(start().version(2, 1).step("check", (order, saga) -> "checked"))))
            .build();
    SagaDefinition<Order> bad = charge(reserve(start().version(2, 1))).build();

    SagaReplay.assertCompatible(waiting(), good);
    SagaReplay.assertCompatible(finished(), bad);
    assertBreaks(waiting(), bad, "There is no step 'ship'.", "Version 2 migrates version 1:");
    assertBreaks(
        waiting(), ship(charge(start().version(2, 1))).build(), "There is no step 'reserve'.");
  }

  @Test
  void another_saga_is_found() {
    assertBreaks(
        finished(),
        SagaDefinition.named("other", Order.class)
            .step("ship", (order, saga) -> new Ship(order.id()))
            .build(),
        "There is no saga 'order' in the code.");
  }

  @Test
  void nothing_to_be_run_is_no_success() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jsonl"));
    Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"stream\": \"a/b\"}\n");
    Path half = folder.resolve("half.jsonl");
    Files.write(half, Files.readAllLines(waiting()).subList(1, 3));

    assertThatThrownBy(() -> SagaReplay.assertCompatible(empty, old()))
        .hasMessageContaining("There is no history");
    assertThatThrownBy(() -> SagaReplay.assertCompatible(folder.resolve("nowhere"), old()))
        .hasMessageContaining("There is no file or folder");
    assertThatThrownBy(() -> SagaReplay.assertCompatible(other, old()))
        .hasMessageContaining("Line 1 of")
        .hasMessageContaining("no entry of the journal");
    assertThatThrownBy(() -> SagaReplay.assertCompatible(half, old()))
        .hasMessageContaining("does not begin with the start");
  }

  @Test
  void several_instances_in_a_file_are_told_apart() {
    Path file =
        history(
            scene ->
                scene.happens(List.of(new Ordered("O-1", "lamp"), new Ordered("O-2", "chair"))),
            answers -> {});

    assertThatThrownBy(() -> SagaReplay.assertCompatible(file, changed(SagaReplayTest::reserve)))
        .hasMessageContaining("2 of 2 histories")
        .hasMessageContaining("order/O-1, entry 4")
        .hasMessageContaining("order/O-2, entry 4");
  }
}
