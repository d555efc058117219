package io.orchestrix.deadline;

import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.deadline.jpa.JpaDeadlineStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store of each kind, and what it takes part in. */
record Kept(DeadlineStore store, UnitOfWork unitOfWork, @Nullable Container container)
    implements AutoCloseable {

  /** Where deadlines are kept. */
  enum Kind {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES;

    Kept open() {
      return this == IN_MEMORY
          ? inMemory()
          : in((this == ON_H2 ? Database.H2 : Database.POSTGRES).open(), freshSchema());
    }
  }

  static String freshSchema() {
    return "t" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Kept inMemory() {
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    return new Kept(new InMemoryDeadlineStore(unitOfWork), unitOfWork, null);
  }

  static Kept in(TestDatabase database, String schema) {
    Container container = Container.startWith(Map.of("orchestrix.db-schema", schema), database);
    UnitOfWork unitOfWork = container.get(UnitOfWork.class);
    return new Kept(
        new JpaDeadlineStore(container.get(StorePersistence.class).entities(), schema, unitOfWork),
        unitOfWork,
        container);
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
    }
  }
}
