package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.jta.TransactionManager;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.testkit.EventStoreConformance;
import io.orchestrix.testkit.EventStoreFixture;
import io.orchestrix.testkit.Noted;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.transaction.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** On a server, the store in memory takes part in the transactions of JTA. */
class InMemoryInJtaTest implements EventStoreFixture {

  private static final StreamId STREAM = new StreamId("test", "one");

  private static Container container;
  private static EventStore store;

  @BeforeAll
  static void start() {
    container =
        Container.start(TestDatabase.h2(), EventStoreConformance.EVENTS.toArray(Class<?>[]::new));
    store = store(EventPublisher.NONE);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @AfterEach
  void transactions_take_as_long_as_they_want() throws Exception {
    TransactionManager.transactionManager().setTransactionTimeout(0);
  }

  private static EventStore store(EventPublisher publisher) {
    return new InMemoryEventStore(
        container.get(EventFormat.class), true, container.get(UnitOfWork.class), publisher);
  }

  @TestFactory
  Stream<DynamicTest> it_does_what_every_event_store_does() {
    return EventStoreConformance.cases(this).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), each::run));
  }

  @Test
  void what_a_time_out_ends_on_another_thread_is_undone_and_others_go_on() throws Exception {
    TransactionManager.transactionManager().setTransactionTimeout(1);

    assertThatThrownBy(
            () ->
                container
                    .get(UnitOfWork.class)
                    .get(
                        () -> {
                          append("before");
                          CompletableFuture<AppendResult> other =
                              CompletableFuture.supplyAsync(() -> append("other"));
                          awaitTimeOut();
                          assertThat(other.join().version()).isEqualTo(1);
                          return append("after");
                        }))
        .isInstanceOf(RolledBackException.class);

    assertThat(store.read(STREAM))
        .extracting(event -> ((Noted) event.payload()).text())
        .containsExactly("other");
  }

  private static void awaitTimeOut() {
    Awaitility.await()
        .pollInSameThread()
        .until(
            () -> TransactionManager.transactionManager().getStatus() == Status.STATUS_ROLLEDBACK);
  }

  private static AppendResult append(String text) {
    MetadataFactory metadata = container.get(MetadataFactory.class);
    NewEvent event =
        new NewEvent(
            metadata.create("orchestrix.testkit.noted", null), new Noted(text, BigDecimal.ONE));
    return store.append(STREAM, AppendCondition.any(), List.of(event));
  }

  @Override
  public EventStore store() {
    return store;
  }

  @Override
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.of(container.get(UnitOfWork.class));
  }

  @Override
  public Optional<Function<EventPublisher, EventStore>> publishing() {
    return Optional.of(InMemoryInJtaTest::store);
  }
}
