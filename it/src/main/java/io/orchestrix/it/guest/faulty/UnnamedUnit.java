package io.orchestrix.it.guest.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Does not say which persistence unit it wants. */
@ApplicationScoped
public class UnnamedUnit {
  @PersistenceContext EntityManager entities;
}
