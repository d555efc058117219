package io.orchestrix.it.guest.faulty;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks for a repository of a class that nobody declared an aggregate. */
@ApplicationScoped
public class UnknownAggregate {
  @Inject AggregateRepository<Undeclared> repository;

  static class Undeclared extends AggregateRoot {}
}
