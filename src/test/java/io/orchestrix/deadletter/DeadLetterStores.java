package io.orchestrix.deadletter;

import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.EnumMap;
import java.util.Map;

/** The stores that are tested, each started once. */
enum DeadLetterStores {
  IN_MEMORY,
  ON_H2,
  ON_POSTGRES;

  /** A store and what it takes part in. */
  record Kept(DeadLetterStore store, UnitOfWork unitOfWork) {}

  private static final Map<DeadLetterStores, Container> STARTED =
      new EnumMap<>(DeadLetterStores.class);
  private static final UnitOfWork UNIT_OF_WORK = new InMemoryUnitOfWork();
  private static final Kept MEMORY =
      new Kept(new InMemoryDeadLetterStore(UNIT_OF_WORK), UNIT_OF_WORK);

  Kept open() {
    if (this == IN_MEMORY) {
      return MEMORY;
    }
    Container container = STARTED.computeIfAbsent(this, DeadLetterStores::start);
    return new Kept(container.get(DeadLetterStore.class), container.get(UnitOfWork.class));
  }

  private static Container start(DeadLetterStores kept) {
    return Container.start((kept == ON_H2 ? Database.H2 : Database.POSTGRES).open());
  }

  static void closeAll() {
    STARTED.values().forEach(Container::close);
    STARTED.clear();
  }
}
