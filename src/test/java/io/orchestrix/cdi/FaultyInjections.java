package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.util.stream.Stream;

/** Beans that ask for what there is not. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable", "rawtypes"})
final class FaultyInjections {

  private static final String HERE = FaultyInjections.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("repository of an unknown aggregate", OfUnknown.class)
            .isRefusedWith(
                "ORX-6007",
                HERE + "OfUnknown.field",
                HERE + "Unknown",
                "Annotate that class with @Aggregate"),
        FaultyDeployment.of("instance of a repository of an unknown aggregate", InInstance.class)
            .isRefusedWith("ORX-6007", HERE + "InInstance.field", HERE + "Unknown"),
        FaultyDeployment.of("provider of a repository of an unknown aggregate", InProvider.class)
            .isRefusedWith("ORX-6007", HERE + "InProvider.field", HERE + "Unknown"),
        FaultyDeployment.of("unknown repository in a constructor", InConstructor.class)
            .isRefusedWith(
                "ORX-6007",
                "The constructor of " + HERE + "InConstructor injects",
                HERE + "Unknown"),
        FaultyDeployment.of("raw repository", Raw.class, Account.class)
            .isRefusedWith("ORX-6014", HERE + "Raw.field", "AggregateRepository<Account>"),
        FaultyDeployment.of("instance of a raw repository", RawInstance.class)
            .isRefusedWith("ORX-6014", HERE + "RawInstance.field"),
        FaultyDeployment.of("repository of anything", Wildcard.class, Account.class)
            .isRefusedWith("ORX-6014", HERE + "Wildcard.field", "AggregateRepository<?>"),
        FaultyDeployment.of("an injected aggregate", OfAggregate.class, Account.class)
            .isRefusedWith(
                "ORX-6015",
                HERE + "OfAggregate.account",
                HERE + "Account",
                "AggregateRepository<Account>"),
        FaultyDeployment.of("an instance of aggregates", OfAggregates.class, Account.class)
            .isRefusedWith("ORX-6015", HERE + "OfAggregates.accounts"),
        FaultyDeployment.of("unnamed persistence context", UnnamedContext.class)
            .isRefusedWith(
                "ORX-6016",
                "@PersistenceContext on " + HERE + "UnnamedContext.entities names no",
                "unitName"),
        FaultyDeployment.of("unnamed persistence unit", UnnamedUnit.class)
            .isRefusedWith(
                "ORX-6016", HERE + "UnnamedUnit.factory", "@PersistenceUnit", "unitName"),
        FaultyDeployment.of("unnamed persistence context of a setter", UnnamedSetter.class)
            .isRefusedWith("ORX-6016", HERE + "UnnamedSetter.setEntities"));
  }

  static class Unknown extends AggregateRoot {}

  @Aggregate("account")
  static class Account extends AggregateRoot {}

  @ApplicationScoped
  static class OfUnknown {
    @Inject AggregateRepository<Unknown> field;
  }

  @ApplicationScoped
  static class InInstance {
    @Inject Instance<AggregateRepository<Unknown>> field;
  }

  @ApplicationScoped
  static class InProvider {
    @Inject Provider<AggregateRepository<Unknown>> field;
  }

  @ApplicationScoped
  static class InConstructor {
    InConstructor() {}

    @Inject
    InConstructor(AggregateRepository<Unknown> unknowns) {}
  }

  @ApplicationScoped
  static class Raw {
    @Inject AggregateRepository field;
  }

  @ApplicationScoped
  static class RawInstance {
    @Inject Instance<AggregateRepository> field;
  }

  @ApplicationScoped
  static class Wildcard {
    @Inject AggregateRepository<?> field;
  }

  @ApplicationScoped
  static class OfAggregate {
    @Inject Account account;
  }

  @ApplicationScoped
  static class OfAggregates {
    @Inject Instance<Account> accounts;
  }

  @ApplicationScoped
  static class UnnamedContext {
    @PersistenceContext EntityManager entities;
  }

  @ApplicationScoped
  static class UnnamedUnit {
    @PersistenceUnit EntityManagerFactory factory;
  }

  @ApplicationScoped
  static class UnnamedSetter {
    @PersistenceContext
    void setEntities(EntityManager entities) {}
  }

  private FaultyInjections() {}
}
