package io.orchestrix.rest.api;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Positions;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/**
 * Stores events of other systems: all that came together, or none; each once, however often and on
 * how many nodes it comes. Thread-safe.
 */
@ApplicationScoped
class Inbox {

  /** Two nodes that get the same new events in other orders wait for each other once. */
  private static final int ATTEMPTS = 5;

  @Inject EventStore store;
  @Inject UnitOfWork unitOfWork;
  @Inject Positions positions;

  /**
   * Stores those that are new.
   *
   * @throws RefusedEventsException if the id of one is that of an event in another stream
   */
  Receipt store(List<Incoming> events) {
    List<Incoming> sorted =
        events.stream() // as appends do, so that two of them never wait for each other
            .sorted(Comparator.comparing(event -> event.stream().toString()))
            .toList();
    for (int attempt = 1; ; attempt++) {
      try {
        int stored = unitOfWork.get(() -> append(sorted));
        return new Receipt(stored, events.size() - stored);
      } catch (ConflictException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      } catch (StoreException e) {
        throw e.code().equals(StoreException.DUPLICATE_EVENT)
            ? RefusedEventsException.idTaken(e)
            : e;
      }
    }
  }

  /**
   * One by one, so that each may be there already. The lock on its stream keeps others with the
   * same one waiting until it is committed; then they find it.
   */
  private int append(List<Incoming> sorted) {
    sorted.stream().map(Incoming::stream).distinct().forEach(store::lock);
    return positions.count(
        () ->
            sorted.forEach(
                next -> store.append(next.stream(), AppendCondition.any(), List.of(next.event()))));
  }
}
