package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What looks like a mistake and is none. */
class SoundDeploymentsTest {

  record Ask() implements Command {}

  @Aggregate("account")
  static class Account extends AggregateRoot {}

  @Aggregate("customer")
  static class Customer extends AggregateRoot {}

  private static <T> T started(Class<T> bean, Class<?>... others) {
    Class<?>[] application = Arrays.copyOf(others, others.length + 1);
    application[others.length] = bean;
    try (Container container = Container.start(TestDatabase.h2(), application)) {
      return container.get(bean);
    }
  }

  abstract static class OfType<T extends AggregateRoot> {
    @Inject AggregateRepository<T> repository;
  }

  @Dependent
  static class OfAccount extends OfType<Account> {}

  @Test
  void a_generic_base_class_may_ask_for_the_repository_of_its_type() {
    assertThat(started(OfAccount.class, Account.class).repository).isNotNull();
  }

  @Dependent
  static class OfAll {
    @Inject Instance<AggregateRepository<?>> repositories;
    @Inject Provider<AggregateRepository<Account>> accounts;
    long found;

    @Inject
    void count() {
      found = repositories.stream().count();
    }
  }

  @Test
  void all_repositories_may_be_looked_up() {
    assertThat(started(OfAll.class, Account.class, Customer.class).found).isEqualTo(2);
  }

  @Dependent
  static class OfProduced {
    @Inject Account account;

    @Produces
    static Account produced() {
      return new Account();
    }
  }

  @Test
  void an_aggregate_that_the_application_produces_may_be_injected() {
    assertThat(started(OfProduced.class, Account.class).account).isNotNull();
  }

  @Dependent
  static class OfNamedUnit {
    @PersistenceContext(unitName = "bank")
    EntityManager named;

    @PersistenceContext(name = "persistence/bank")
    EntityManager ofWebXml;
  }

  @Test
  void a_persistence_context_with_a_name_may_be_injected() {
    assertThat(started(OfNamedUnit.class).named).isNotNull();
  }

  @ApplicationScoped
  static class Handling {
    void ask(@HandlesCommand Ask command) {}
  }

  @Alternative
  @ApplicationScoped
  static class SwitchedOff {
    void ask(@HandlesCommand Ask command) {}
  }

  @Vetoed
  @ApplicationScoped
  abstract static class Unneeded {
    void ask(@HandlesCommand Ask command) {}
  }

  @Test
  void a_handler_may_be_switched_off() {
    assertThat(started(Handling.class, SwitchedOff.class, Unneeded.class)).isNotNull();
  }

  @Dependent
  static class OfCustomer {
    @Inject AggregateRepository<Customer> repository;
  }

  @Test
  void an_aggregate_that_discovery_did_not_see_is_known_by_its_injection_point() {
    assertThat(started(OfCustomer.class).repository).isNotNull();
  }

  record Open(@TargetId String account) implements Command {}

  abstract static class Opening extends AggregateRoot {
    String open(@HandlesCommand Open command) {
      return command.account();
    }
  }

  @Aggregate("heir")
  static class Heir extends Opening {}

  @Dependent
  static class OfHeir {
    @Inject AggregateRepository<Heir> heirs;
  }

  @Test
  void an_aggregate_may_inherit_all_of_its_handlers() {
    assertThat(started(OfHeir.class, Opening.class, Heir.class).heirs).isNotNull();
  }
}
