package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.function.Supplier;

/** Appends in the unit of work of the thread, or in one of its own, and tells what was appended. */
final class PublishedAppends {

  private final UnitOfWork unitOfWork;
  private final Appending appending;
  private final EventPublisher publisher;

  PublishedAppends(UnitOfWork unitOfWork, Appending appending, EventPublisher publisher) {
    this.unitOfWork = unitOfWork;
    this.appending = appending;
    this.publisher = publisher;
  }

  List<AppendResult> run(List<Append> appends) {
    return unitOfWork.isActive()
        ? unitOfWork.get(new Attempt(appends, false))
        : appendAlone(appends);
  }

  /** Nothing but this append is lost with its transaction, so it can look what was in its way. */
  private List<AppendResult> appendAlone(List<Append> appends) {
    Attempt first = new Attempt(appends, false);
    try {
      return unitOfWork.get(first);
    } catch (AppendConflictException e) {
      if (first.isStored || e.actual().isPresent()) {
        throw e; // the stream was looked at, and the events are not in it
      }
    } catch (StoreException e) {
      if (first.isStored || !e.code().equals(StoreException.DUPLICATE_EVENT)) {
        throw e;
      }
    }
    return unitOfWork.get(new Attempt(appends, true)); // perhaps by itself, sent before
  }

  private final class Attempt implements Supplier<List<AppendResult>> {

    private final List<Append> appends;
    private final boolean mayBeRepeated;

    /** From then on what fails is not the append, but who is told of it. */
    private boolean isStored;

    Attempt(List<Append> appends, boolean mayBeRepeated) {
      this.appends = appends;
      this.mayBeRepeated = mayBeRepeated;
    }

    @Override
    public List<AppendResult> get() {
      Appended appended = append();
      isStored = true;
      if (!appended.events().isEmpty()) {
        publisher.publish(appended.events());
      }
      return appended.results();
    }

    private Appended append() {
      try {
        return appending.run(appends, mayBeRepeated);
      } catch (RuntimeException e) {
        Append first = appends.get(0);
        throw Failures.ofAppend(first.stream(), first.condition(), e);
      }
    }
  }
}
