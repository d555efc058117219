package io.orchestrix.cdi;

import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.ActingDeadlineHandler;
import io.orchestrix.deadline.ArmedDeadlineStore;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineNode;
import io.orchestrix.deadline.DeadlineServices;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.SchedulingServices;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.saga.Sagas;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts deadlines together, as beans. */
@Dependent
class DeadlineComposition {

  /** Who fires deadlines in this application, as one value. */
  record Handlers(Collection<DeadlineHandler> all) {}

  @Produces
  @Singleton
  Handlers handlers(
      SchedulingComposition.Schedulable all,
      Instance<CommandBus> bus,
      SchedulingServices services,
      Sagas sagas,
      ActingCaller caller) {
    List<DeadlineHandler> handlers =
        new ArrayList<>(SchedulingComposition.handlers(all, bus, services));
    for (DeadlineHandler handler : sagas.node().handlers()) {
      handlers.add(new ActingDeadlineHandler(handler, caller, handler.name()));
    }
    return new Handlers(handlers);
  }

  @Produces
  @Singleton
  @Typed(ArmedDeadlineStore.class)
  ArmedDeadlineStore armed(StoreFactory stores, UnitOfWork unitOfWork) {
    return new ArmedDeadlineStore(stores.deadlines(), unitOfWork);
  }

  @Produces
  @Singleton
  DeadlineStore deadlines(ArmedDeadlineStore armed) {
    return armed;
  }

  @Produces
  @Singleton
  DeadlineNode deadlineNode(
      Handlers handlers,
      ArmedDeadlineStore store,
      UnitOfWork unitOfWork,
      DeadlineAlarms threads,
      CurrentMessage current,
      GuardedMonitor monitor,
      Clock clock) {
    DeadlineNode node =
        new DeadlineNode(
            handlers::all,
            new DeadlineServices(store, unitOfWork, threads, current, monitor, clock));
    store.arms(node::wake);
    return node;
  }
}
