package io.orchestrix.eventstore.inmemory;

import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.Turn;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Streams that one unit of work at a time writes, and everybody reads meanwhile. What is done with
 * them is short. Thread-safe.
 */
final class GuardedStreams {

  private final Streams streams = new Streams();
  private final Turn turn;

  /**
   * @param unitOfWork in what they take part
   */
  GuardedStreams(UnitOfWork unitOfWork) {
    this.turn = new Turn(unitOfWork, this::end);
  }

  /** Keeps others from writing until the unit of work of this thread ends. */
  void lock() {
    turn.take();
  }

  /** Does {@code work} with all that this thread may see. */
  <T> T read(BiFunction<Streams, View, T> work) {
    synchronized (streams) {
      return work.apply(streams, turn.isMine() ? View.WRITER : View.READER);
    }
  }

  /** Does {@code work} when it is the turn of the unit of work of this thread. */
  <T> T write(Function<Streams, T> work) {
    turn.take();
    synchronized (streams) {
      if (!turn.isMine()) {
        throw new RolledBackException(null); // a time-out has ended it on another thread
      }
      return work.apply(streams);
    }
  }

  private void end(End end) {
    synchronized (streams) {
      streams.end(end);
    }
  }
}
