package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.cdi.Cases.Handle;
import io.orchestrix.cdi.Cases.Opened;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.EventFormat;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application brings an event store and a command bus of its own. */
class ReplacedStoreAndBusTest {

  record Ask() implements Command {}

  @ApplicationScoped
  static class Asked {
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Opened> opened = new CopyOnWriteArrayList<>();

    int ask(@HandlesCommand Ask command) {
      return asked.incrementAndGet();
    }

    List<Opened> opened() {
      return opened;
    }

    void opened(@Observes Opened event) {
      opened.add(event);
    }
  }

  @Dependent
  static class Stores {
    @Produces
    @Singleton
    EventStore store(EventFormat format, UnitOfWork unitOfWork, EventPublisher publisher) {
      return new InMemoryEventStore(format, false, unitOfWork, publisher);
    }
  }

  /** Notes what it passes on. */
  @Singleton
  static class Noting implements CommandBus {
    static final List<Command> NOTED = new CopyOnWriteArrayList<>();

    private final CommandBus next;

    @Inject
    Noting(LocalCommandBus next) {
      this((CommandBus) next);
    }

    private Noting(CommandBus next) {
      this.next = next;
    }

    @Override
    public @Nullable Object send(Command command) {
      NOTED.add(command);
      return next.send(command);
    }

    @Override
    public <R> R send(Command command, Class<R> answer) {
      NOTED.add(command);
      return next.send(command, answer);
    }

    @Override
    public CompletionStage<@Nullable Object> sendAsync(Command command) {
      NOTED.add(command);
      return next.sendAsync(command);
    }

    @Override
    public <R> CompletionStage<R> sendAsync(Command command, Class<R> answer) {
      NOTED.add(command);
      return next.sendAsync(command, answer);
    }

    @Override
    public List<@Nullable Object> sendAll(List<? extends Command> commands) {
      NOTED.addAll(commands);
      return next.sendAll(commands);
    }

    @Override
    public ScheduledCommand schedule(Command command, Instant at) {
      return next.schedule(command, at);
    }

    @Override
    public ScheduledCommand schedule(Command command, Duration in) {
      return next.schedule(command, in);
    }

    @Override
    public boolean cancel(String key) {
      return next.cancel(key);
    }

    @Override
    public CommandBus withIdempotencyKey(String key) {
      return new Noting(next.withIdempotencyKey(key));
    }
  }

  private static Container container;
  private static CommandBus commands;

  @BeforeAll
  static void start() {
    container =
        Container.start(
            TestDatabase.h2(),
            Asked.class,
            Stores.class,
            Noting.class,
            Cases.Case.class,
            Cases.Handlers.class);
    commands = container.get(CommandBus.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @Test
  void all_commands_pass_the_bus_of_the_application() {
    Noting.NOTED.clear();

    int count = commands.send(new Ask(), Integer.class);
    List<@Nullable Object> others = new ArrayList<>();
    others.add(commands.sendAsync(new Ask(), Integer.class).toCompletableFuture().join());
    String key = UUID.randomUUID().toString();
    others.add(commands.withIdempotencyKey(key).send(new Ask()));
    others.add(commands.withIdempotencyKey(key).send(new Ask()));

    assertThat(others).containsExactly(count + 1, count + 2, count + 2);
    assertThat(Noting.NOTED).hasSize(4);
  }

  @Test
  void events_are_kept_in_the_store_of_the_application_and_told_to_observers() {
    String id = UUID.randomUUID().toString();

    commands.send(new Handle(id));

    assertThat(container.get(EventStore.class)).isInstanceOf(InMemoryEventStore.class);
    assertThat(container.get(EventStore.class).read(new StreamId("case", id))).hasSize(2);
    assertThat(container.get(Asked.class).opened()).contains(new Opened(id));
    assertThatThrownBy(() -> commands.send(new Handle(id))).hasMessageContaining("ORX-4002");
  }
}
