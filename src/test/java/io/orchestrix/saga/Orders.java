package io.orchestrix.saga;

import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders are placed, and tasks are to be done for them; a test says which ones fail. */
final class Orders {

  record Placed(String order) implements Event {}

  record Paid(String order, int amount) implements Event {}

  record Refused(String order) implements Event {}

  record Shipped(String order) implements Event {}

  record Task(String name) implements Command {}

  record Order(String id, int paid) {}

  static final List<Class<? extends Event>> EVENTS =
      List.of(Placed.class, Paid.class, Refused.class, Shipped.class);

  /** What was tried, and what has succeeded. */
  final List<String> tried = new ArrayList<>();

  final List<String> done = new ArrayList<>();
  final SentCommands commands = new SentCommands();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Supplier<? extends RuntimeException>> how = new HashMap<>();

  Orders() {
    commands.on(Task.class, task -> run(task.name()));
  }

  private @Nullable Object run(String task) {
    tried.add(task);
    int left = failures.getOrDefault(task, 0);
    if (left > 0) {
      failures.put(task, left - 1);
      throw how.getOrDefault(task, Orders::noLuck).get();
    }
    done.add(task);
    return task + "-" + done.size();
  }

  static RuntimeException noLuck() {
    return new IllegalStateException("no luck");
  }

  /** A task does not succeed so often. */
  Orders fails(String task, int times) {
    failures.put(task, times);
    return this;
  }

  /** A task never succeeds. */
  Orders fails(String task) {
    return fails(task, Integer.MAX_VALUE);
  }

  Orders refuses(String task) {
    how.put(task, () -> new DomainRuleException("closed", "The shop is closed.") {});
    return fails(task);
  }

  Orders conflicts(String task, int times) {
    how.put(task, () -> new ConflictException(new IllegalStateException("others were faster")));
    return fails(task, times);
  }

  /** It succeeds from now on. */
  void mends(String task) {
    failures.remove(task);
  }

  /** The key under which a task was sent, the first time it was 0. */
  String key(int sent) {
    return commands.keys.get(sent);
  }

  static SagaAction<Order> task(String name) {
    return (order, saga) -> new Task(name);
  }

  /** A saga that begins when an order is placed. */
  static SagaBuilder<Order> saga() {
    return SagaDefinition.named("order", Order.class)
        .startsOn(Placed.class, e -> new Order(e.order(), 0), "order");
  }

  /** A rig in which {@code O-1} was not yet placed. */
  Rig rig(SagaDefinition<?>... definitions) {
    return new Rig(commands, EVENTS, definitions);
  }

  static void place(Rig rig) {
    rig.happens("order/O-1", new Placed("O-1"));
  }

  static SagaInstance order(Rig rig) {
    return rig.instance("order", "O-1");
  }

  static @Nullable StepStatus step(Rig rig, String step) {
    StepProgress found = order(rig).step(step);
    return found == null ? null : found.status();
  }

  static void longEnough(Rig rig) {
    rig.elapse(Duration.ofHours(2));
  }
}
