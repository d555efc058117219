package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.eventstore.order.Appended;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventType;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of a store in memory when units of work end, in whatever way. */
class InMemoryUnitsOfWorkTest {

  /** Of a class that the store does not know. */
  @EventType("unknown-here")
  record Unknown() implements Event {}

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final StreamId OLD = new StreamId("test", "old");
  private static final StreamId NEW = new StreamId("test", "new");

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final MetadataFactory metadata =
      new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage());
  private final InMemoryEventStore store = store(unitOfWork, EventPublisher.NONE);

  private static InMemoryEventStore store(UnitOfWork unitOfWork, EventPublisher publisher) {
    return new InMemoryEventStore(
        new EventFormat(
            new EventTypes(List.of(Appended.class)),
            List.of(),
            new JacksonPayloadCodec(),
            UnknownEvents.FAIL),
        true,
        unitOfWork,
        publisher);
  }

  private List<NewEvent> events(String... texts) {
    return Arrays.stream(texts)
        .map(text -> new NewEvent(metadata.create("appended", "x"), new Appended(text, 0)))
        .toList();
  }

  private AppendResult append(StreamId stream, String... texts) {
    return store.append(stream, AppendCondition.any(), events(texts));
  }

  private static List<String> texts(Stream<RecordedEvent> events) {
    return events.map(event -> ((Appended) event.payload()).writer()).toList();
  }

  private List<String> all() {
    return texts(store.readAll());
  }

  private void undone(Runnable work) {
    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      work.run();
                      throw new Undone();
                    }))
        .isInstanceOf(Undone.class);
  }

  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void positions_that_were_given_back_are_given_again() {
    append(OLD, "a");
    undone(() -> append(NEW, "b", "c"));

    assertThat(append(NEW, "d").position()).isEqualTo(new GlobalPosition(2));
    assertThat(all()).containsExactly("a", "d");
    assertThat(store.watermark().head()).isEqualTo(new GlobalPosition(2));
  }

  @Test
  void versions_that_were_given_back_are_given_again() {
    append(OLD, "a");
    undone(() -> append(OLD, "b", "c"));

    assertThat(append(OLD, "d").version()).isEqualTo(2);
    assertThat(texts(store.read(OLD))).containsExactly("a", "d");
  }

  @Test
  void a_stream_that_was_undone_is_not_there() {
    undone(() -> append(NEW, "a"));

    assertThatThrownBy(() -> store.archive(NEW)).isInstanceOf(StreamNotFoundException.class);
    assertThat(append(NEW, "b").version()).isEqualTo(1);
  }

  @Test
  void ids_that_were_undone_can_be_stored_in_another_stream() {
    List<NewEvent> events = events("a");
    undone(() -> store.append(NEW, AppendCondition.noStream(), events));

    store.append(OLD, AppendCondition.noStream(), events);

    assertThat(all()).containsExactly("a");
  }

  @Test
  void an_undone_deletion_gives_everything_back() {
    List<NewEvent> before = events("a", "b");
    AppendResult first = store.append(OLD, AppendCondition.any(), before);
    undone(
        () -> {
          append(OLD, "c");
          store.delete(OLD);
          store.append(NEW, AppendCondition.any(), before); // whose ids are free now
          assertThat(store.pageOfAll(GlobalPosition.START, 9)).isEmpty();
          elsewhere(() -> assertThat(all()).containsExactly("a", "b"));
        });

    assertThat(store.append(OLD, AppendCondition.any(), before)).isEqualTo(first);
    assertThat(texts(store.read(OLD))).containsExactly("a", "b");
    assertThat(store.streams(new StreamQuery(null, "", null), null, 9))
        .extracting(StreamInfo::id, StreamInfo::version, StreamInfo::state)
        .containsExactly(tuple(OLD, 2L, StreamState.ACTIVE));
    append(OLD, "d");
    assertThat(all()).containsExactly("a", "b", "d");
  }

  @Test
  void a_deletion_takes_what_the_same_unit_of_work_has_appended() {
    append(OLD, "a");
    unitOfWork.get(
        () -> {
          append(OLD, "b");
          append(NEW, "c");
          store.delete(OLD);
          return true;
        });

    assertThat(all()).containsExactly("c");
    assertThat(store.read(OLD)).isEmpty();
    assertThat(append(NEW, "d").position()).isEqualTo(new GlobalPosition(4));
  }

  @Test
  void others_list_no_stream_that_is_not_committed() {
    unitOfWork.get(
        () -> {
          append(NEW, "a");
          assertThat(store.streams(StreamQuery.ACTIVE, null, 9)).hasSize(1);
          elsewhere(
              () -> {
                assertThat(store.streams(StreamQuery.ACTIVE, null, 9)).isEmpty();
                assertThat(store.info(NEW)).isEmpty();
                unitOfWork.get(
                    () -> {
                      store.lock(NEW); // of which nobody knows, so it does not wait
                      return true;
                    });
              });
          return true;
        });

    assertThat(store.streams(StreamQuery.ACTIVE, null, 9)).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> however_a_unit_of_work_fails_nothing_is_kept_and_the_turn_is_passed_on() {
    Map<String, Consumer<InMemoryUnitsOfWorkTest>> failures = new LinkedHashMap<>();
    failures.put("an exception", test -> raise(new Undone()));
    failures.put(
        "an error",
        test -> {
          throw new AssertionError("no");
        });
    failures.put(
        "a conflict", test -> test.store.append(OLD, AppendCondition.noStream(), test.events("x")));
    failures.put("a stream that is not there", test -> test.store.archive(new StreamId("no", "t")));
    failures.put("a deleted stream", InMemoryUnitsOfWorkTest::appendToDeleted);
    failures.put("an id twice", InMemoryUnitsOfWorkTest::appendTwice);
    failures.put("a class that is not known", InMemoryUnitsOfWorkTest::appendUnknown);
    failures.put("a caught failure", InMemoryUnitsOfWorkTest::catchFailure);
    failures.put("an interrupted thread", InMemoryUnitsOfWorkTest::interrupt);
    return failures.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> fails(each.getValue())));
  }

  private static void fails(Consumer<InMemoryUnitsOfWorkTest> failure) {
    InMemoryUnitsOfWorkTest test = new InMemoryUnitsOfWorkTest();
    test.append(OLD, "a");
    for (boolean writesBefore : List.of(true, false)) {
      assertThatThrownBy(
              () ->
                  test.unitOfWork.get(
                      () -> {
                        if (writesBefore) {
                          test.append(NEW, "b");
                        }
                        failure.accept(test);
                        return true;
                      }))
          .isInstanceOf(Throwable.class);
      assertThat(test.unitOfWork.isActive()).isFalse();
      Thread.interrupted();
      elsewhere(() -> test.append(OLD, "c"));
    }
    assertThat(test.all()).containsExactly("a", "c", "c");
  }

  private static void raise(RuntimeException failure) {
    throw failure;
  }

  private void appendToDeleted() {
    store.delete(OLD);
    append(OLD, "x");
  }

  private void appendTwice() {
    NewEvent event = events("x").get(0);
    store.append(OLD, AppendCondition.any(), List.of(event, event));
  }

  private void appendUnknown() {
    NewEvent event = new NewEvent(metadata.create("unknown-here", null), new Unknown());
    store.append(OLD, AppendCondition.any(), List.of(event));
  }

  private void catchFailure() {
    assertThatThrownBy(() -> store.append(OLD, AppendCondition.noStream(), events("x")))
        .isInstanceOf(AppendConflictException.class);
  }

  /** It has the turn already, or it does not get it. */
  private void interrupt() {
    Thread.currentThread().interrupt();
    append(OLD, "x");
    raise(new Undone());
  }

  @Test
  void an_append_that_fails_alone_leaves_the_turn_to_others() {
    for (boolean isTold : List.of(true, false)) {
      InMemoryEventStore failing =
          store(
              unitOfWork,
              events -> {
                if (isTold) {
                  throw new Undone();
                }
              });
      assertThatThrownBy(
              () ->
                  failing.append(
                      OLD,
                      isTold ? AppendCondition.any() : AppendCondition.streamExists(),
                      events("a")))
          .isInstanceOf(isTold ? Undone.class : AppendConflictException.class);

      elsewhere(() -> assertThat(failing.info(OLD)).isEmpty());
      elsewhere(
          () ->
              assertThatThrownBy(
                      () -> failing.append(OLD, AppendCondition.streamExists(), events("a")))
                  .isInstanceOf(AppendConflictException.class));
    }
  }

  @Test
  void work_outside_reads_what_is_committed() {
    append(OLD, "a");
    unitOfWork.get(
        () -> {
          append(OLD, "b");
          unitOfWork.runOutside(() -> assertThat(texts(store.read(OLD))).containsExactly("a"));
          return assertThat(texts(store.read(OLD))).containsExactly("a", "b");
        });
  }

  @Test
  void whoever_follows_the_end_sees_what_was_committed() {
    List<EventStore> followed = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    EventPublisher following =
        events ->
            unitOfWork.afterEnd(
                end -> {
                  StreamId stream = events.get(0).stream();
                  seen.add(end);
                  elsewhere(() -> seen.add(followed.get(0).info(stream).isPresent()));
                });
    followed.add(store(unitOfWork, following));

    followed.get(0).append(OLD, AppendCondition.any(), events("a"));

    assertThat(seen).containsExactly(UnitOfWork.End.COMMITTED, true);
  }

  @Test
  void what_follows_an_end_on_another_thread_is_not_kept() {
    Ended ended = new Ended();
    InMemoryEventStore late = store(ended, EventPublisher.NONE);

    assertThatThrownBy(() -> late.append(OLD, AppendCondition.any(), events("a")))
        .isInstanceOf(RolledBackException.class);

    assertThat(late.readAll()).isEmpty();
    assertThat(late.info(OLD)).isEmpty();
  }

  /** A unit of work that a time-out ends as soon as somebody takes part in it. */
  private static final class Ended implements UnitOfWork {

    @Override
    public Object key() {
      return "key";
    }

    @Override
    public boolean isActive() {
      return true;
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
      return work.call();
    }

    @Override
    public void afterEnd(Consumer<End> work) {
      elsewhere(() -> work.accept(End.NOT_COMMITTED));
    }

    @Override
    public void runOutside(Runnable work) {
      work.run();
    }
  }
}
