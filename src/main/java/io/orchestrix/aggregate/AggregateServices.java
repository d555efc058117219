package io.orchestrix.aggregate;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What all repositories work with.
 *
 * @param store has the events
 * @param types names them
 * @param format how the store writes them
 * @param metadata makes theirs
 * @param current the message that is being handled
 * @param histories what was read last
 * @param snapshots has the snapshots
 * @param states writes them
 * @param monitor is told what happens
 * @param nanos a clock that only runs forward, as {@link System#nanoTime}
 * @param unitOfWork around what is done on another thread
 * @param executor has the other threads
 */
public record AggregateServices(
    EventStore store,
    EventTypes types,
    EventFormat format,
    MetadataFactory metadata,
    CurrentMessage current,
    HistoryCache histories,
    SnapshotStore snapshots,
    StateCodec states,
    Monitor monitor,
    LongSupplier nanos,
    UnitOfWork unitOfWork,
    Executor executor) {

  /** The same, but for how states are written. */
  AggregateServices writing(StateCodec instead) {
    return new AggregateServices(
        store,
        types,
        format,
        metadata,
        current,
        histories,
        snapshots,
        instead,
        monitor,
        nanos,
        unitOfWork,
        executor);
  }
}
