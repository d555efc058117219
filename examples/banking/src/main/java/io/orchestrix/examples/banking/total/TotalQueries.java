package io.orchestrix.examples.banking.total;

import io.orchestrix.projection.Projections;
import io.orchestrix.query.HandlesQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Answers from the version of the read model that is live at that moment. */
@ApplicationScoped
class TotalQueries {

  @PersistenceContext(unitName = "bank")
  EntityManager entities;

  @Inject Projections projections;

  TotalView total(@HandlesQuery(reads = Totals.NAME) TotalMoney query) {
    int version = projections.live(Totals.NAME).version();
    Total found = entities.find(Total.class, version);
    return (found == null ? new Total(version) : found).view();
  }
}
