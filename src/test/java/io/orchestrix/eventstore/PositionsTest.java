package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.eventstore.order.Appended;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final Positions positions = new Positions(unitOfWork);
  private final MetadataFactory metadata =
      new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage());
  private final EventStore store =
      new InMemoryEventStore(
          new EventFormat(
              new EventTypes(List.of(Appended.class)),
              List.of(),
              new JacksonPayloadCodec(),
              UnknownEvents.FAIL),
          true,
          unitOfWork,
          positions);

  private GlobalPosition append(String stream) {
    StreamId id = new StreamId("test", stream);
    NewEvent event = new NewEvent(metadata.create("appended", id.toString()), new Appended("x", 1));
    return store.append(id, AppendCondition.any(), List.of(event)).position();
  }

  @Test
  void the_last_position_of_the_work_is_told() throws Exception {
    append("before");

    Positioned<String> done =
        positions.call(
            () -> {
              append("a");
              append("b");
              return "done";
            });

    assertThat(done.answer()).isEqualTo("done");
    assertThat(done.position()).contains(new GlobalPosition(3));
  }

  @Test
  void what_stores_nothing_or_is_rolled_back_has_none() throws Exception {
    Positioned<Boolean> nothing = positions.call(() -> true);
    assertThat(nothing.position()).isEmpty();

    positions.begin();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      append("a");
                      throw new IllegalStateException("rolled back");
                    }));

    assertThat(positions.end()).isEmpty();
  }

  @Test
  void what_was_appended_is_counted_but_not_what_was_there() {
    StreamId id = new StreamId("test", "a");
    NewEvent event = new NewEvent(metadata.create("appended", id.toString()), new Appended("x", 1));
    Runnable twice =
        () -> {
          store.append(id, AppendCondition.any(), List.of(event));
          store.append(id, AppendCondition.any(), List.of(event));
        };

    assertThat(positions.count(twice)).isEqualTo(1);
    assertThat(positions.count(twice)).isZero();
    assertThat(positions.count(() -> positions.count(() -> append("b")))).isEqualTo(1);
  }

  @Test
  void what_is_not_committed_yet_is_not_told() {
    unitOfWork.get(
        () -> {
          positions.begin();
          append("a");
          assertThat(positions.end()).isEmpty();
          return true;
        });
  }

  @Test
  void work_inside_of_work_tells_its_own() throws Exception {
    Positioned<Positioned<Boolean>> outer =
        positions.call(
            () -> {
              append("a");
              Positioned<Boolean> inner =
                  positions.call(
                      () -> {
                        append("b");
                        return true;
                      });
              return inner;
            });

    assertThat(outer.answer().position()).contains(new GlobalPosition(2));
    assertThat(outer.position()).contains(new GlobalPosition(2));
  }
}
