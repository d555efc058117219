package io.orchestrix.audit;

import io.orchestrix.audit.inmemory.InMemoryAuditStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import org.jspecify.annotations.Nullable;

/** A store of each kind, and what it takes part in. */
record Kept(AuditStore store, UnitOfWork unitOfWork, @Nullable Container container)
    implements AutoCloseable {

  /** Where entries are kept. */
  enum Kind {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES;

    Kept open() {
      if (this == IN_MEMORY) {
        UnitOfWork unitOfWork = new InMemoryUnitOfWork();
        return new Kept(new InMemoryAuditStore(unitOfWork), unitOfWork, null);
      }
      Container container =
          Container.start((this == ON_H2 ? Database.H2 : Database.POSTGRES).open());
      return new Kept(container.get(AuditStore.class), container.get(UnitOfWork.class), container);
    }
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
    }
  }
}
