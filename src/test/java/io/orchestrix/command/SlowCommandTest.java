package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.jta.TransactionManager;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.transaction.Status;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transaction that the server ends while its work goes on. */
class SlowCommandTest {

  /** An event to append. */
  @EventType("ticked")
  public record Ticked() implements Event {}

  private static final StreamId BEFORE = new StreamId("clock", "before");
  private static final StreamId AFTER = new StreamId("clock", "after");

  private final Container container = Container.start(TestDatabase.h2(), Ticked.class);
  private final EventStore store = container.get(EventStore.class);

  @AfterEach
  void stop() throws Exception {
    TransactionManager.transactionManager().setTransactionTimeout(0);
    container.close();
  }

  @Test
  void what_follows_a_time_out_is_not_kept_alone() throws Exception {
    TransactionManager.transactionManager().setTransactionTimeout(1);

    assertThatThrownBy(
            () ->
                container
                    .get(UnitOfWork.class)
                    .get(
                        () -> {
                          append(BEFORE);
                          awaitTimeOut();
                          append(AFTER);
                          return true;
                        }))
        .isInstanceOf(RolledBackException.class);
    assertThat(store.read(BEFORE)).isEmpty();
    assertThat(store.read(AFTER)).isEmpty();
  }

  private static void awaitTimeOut() {
    Awaitility.await()
        .pollInSameThread()
        .until(
            () -> TransactionManager.transactionManager().getStatus() == Status.STATUS_ROLLEDBACK);
  }

  private void append(StreamId stream) {
    NewEvent event =
        new NewEvent(container.get(MetadataFactory.class).create("ticked", null), new Ticked());
    store.append(stream, AppendCondition.any(), List.of(event));
  }
}
