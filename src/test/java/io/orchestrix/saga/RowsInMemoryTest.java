package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.testkit.ForwardingEventStore;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In memory the stores commit one after the other, and others may go on in between. */
class RowsInMemoryTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders();
  private final Kept inMemory = Kept.inMemory(Orders.EVENTS);
  private Runnable inBetween = () -> {};

  private final Rig rig =
      new Rig(
          new Kept(
              new ForwardingEventStore(inMemory.events()) {
                @Override
                public List<AppendResult> append(List<Append> appends) {
                  List<AppendResult> appended = super.append(appends);
                  inMemory.unitOfWork().afterEnd(RowsInMemoryTest.this::ended);
                  return appended;
                }
              },
              inMemory.instances(),
              inMemory.deadlines(),
              inMemory.segments(),
              inMemory.format(),
              inMemory.unitOfWork(),
              inMemory.clock(),
              inMemory.checkpoint(),
              null),
          orders.commands,
          SagaDefinition.named("order", Order.class)
              .step("a", task("a"))
              .compensatedBy(task("-a"))
              .step("b", task("b"))
              .build());

  private void ended(End how) {
    Runnable now = inBetween;
    inBetween = () -> {};
    if (how == End.COMMITTED) {
      CompletableFuture.runAsync(now).orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  private SagaStatus row() {
    return rig.sagas.page(SagaQuery.ALL, null, 10).get(0).status();
  }

  @Test
  void an_instance_that_ends_before_its_start_is_known_everywhere_is_listed_as_ended() {
    inBetween =
        () -> {
          rig.deadlines.put(List.of(SagaTurns.deadline(ID, 1, rig.clock.instant(), Origin.NONE)));
          rig.settle();
        };

    rig.sagas.start("order", "O-1", new Order("O-1", 0));

    assertThat(rig.instance("order", "O-1").status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(row()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void what_follows_an_operator_at_once_is_listed() {
    orders.fails("b");
    orders.fails("-a");
    rig.sagas.start("order", "O-1", new Order("O-1", 0));
    rig.settle();
    Orders.longEnough(rig);
    assertThat(row()).isEqualTo(SagaStatus.QUARANTINED);
    orders.mends("-a");
    inBetween = rig::settle;

    rig.sagas.operate(ID, OperatorAction.RETRY, "Ada", "once more");

    assertThat(rig.instance("order", "O-1").status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(row()).isEqualTo(SagaStatus.COMPENSATED);
  }
}
