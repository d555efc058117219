package io.orchestrix.eventstore.order;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.harness.Container;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Appends in transactions whose steps a test times. */
final class Writer {

  private final EventStore store;
  private final UnitOfWork unitOfWork;
  private final MetadataFactory metadata;

  Writer(Container container) {
    this.store = container.get(EventStore.class);
    this.unitOfWork = container.get(UnitOfWork.class);
    this.metadata = container.get(MetadataFactory.class);
  }

  /** Appends in a transaction of its own; returns the ids of the events. */
  List<UUID> append(StreamId stream, String... texts) {
    return unitOfWork.get(() -> appendHere(stream, texts));
  }

  /** Appends in the transaction of this thread; returns the ids of the events. */
  List<UUID> appendHere(StreamId stream, String... texts) {
    List<NewEvent> events =
        IntStream.range(0, texts.length)
            .mapToObj(
                i ->
                    new NewEvent(
                        metadata.create("appended", stream.toString()), new Appended(texts[i], i)))
            .toList();
    store.append(stream, AppendCondition.any(), events);
    return events.stream().map(event -> event.metadata().id()).toList();
  }

  /** Begins a transaction on a thread of its own, which does each step when it is told to. */
  Transaction begin() {
    return new Transaction();
  }

  /** An open transaction. */
  final class Transaction {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<StreamId> appendTo = new CompletableFuture<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch appended = new CountDownLatch(1);
    private final CompletableFuture<Void> ended;

    private Transaction() {
      ended = CompletableFuture.runAsync(() -> unitOfWork.get(this::steps), thread);
      await(begun);
    }

    private boolean steps() {
      store.page(
          new StreamId("warm", "up"), StreamRange.ALL, 1); // the database transaction begins here
      begun.countDown();
      appendHere(appendTo.join(), "late");
      appended.countDown();
      await(goOn);
      return true;
    }

    void append(StreamId stream) {
      appendTo.complete(stream);
      await(appended);
    }

    void commit() {
      goOn.countDown();
      ended.orTimeout(20, TimeUnit.SECONDS).join();
      thread.shutdown();
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("The other side did not come.");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
