package io.orchestrix.bench;

import static io.orchestrix.harness.Container.startWith;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.util.TypeLiteral;
import java.util.Map;

/** The library in its container, as an application has it. */
final class OrchestrixContestant implements Contestant {

  static final String SCHEMA = "bench_orchestrix";

  /** With the settings of an application that sets none. */
  private final Application<Account> usual;

  /** Reads all events whenever it loads. */
  private final Application<Account> forgetful;

  /** Forgets too, but has snapshots. */
  private final Application<KeptAccount> keeping;

  private final Tables tables;
  private final CommandBus commands;
  private final EventStore store;

  OrchestrixContestant(Postgres postgres) {
    TestDatabase database = postgres.database();
    Map<String, String> schema = Map.of("orchestrix.db-schema", SCHEMA);
    Map<String, String> forgetting =
        Map.of("orchestrix.db-schema", SCHEMA, "orchestrix.aggregates.cached-events", "0");
    TypeLiteral<AggregateRepository<Account>> accounts = new TypeLiteral<>() {};
    TypeLiteral<AggregateRepository<KeptAccount>> kept = new TypeLiteral<>() {};
    usual = new Application<>(startWith(schema, database, Account.class, Accounts.class), accounts);
    forgetful = new Application<>(startWith(forgetting, database, Account.class), accounts);
    keeping = new Application<>(startWith(forgetting, database, KeptAccount.class), kept);
    tables = new OrchestrixTables(postgres, SCHEMA);
    commands = usual.container().get(CommandBus.class);
    store = usual.container().get(EventStore.class);
  }

  private record Application<T extends AggregateRoot>(
      Container container, UnitOfWork unitOfWork, AggregateRepository<T> accounts) {

    Application(Container container, TypeLiteral<AggregateRepository<T>> accounts) {
      this(container, container.get(UnitOfWork.class), container.cdi().select(accounts).get());
    }

    T load(String account) {
      return unitOfWork.get(() -> accounts.load(account));
    }
  }

  @Override
  public String name() {
    return "orchestrix";
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void open(String account, int bookings) {
    commands.send(new OpenAccount(account, bookings));
  }

  @Override
  public void book(String account) {
    commands.send(new BookMoney(account));
  }

  @Override
  public Tally load(String account) {
    return forgetful.load(account).tally();
  }

  Tally loadRemembered(String account) {
    return usual.load(account).tally();
  }

  Tally loadFromSnapshot(String account) {
    return keeping.load(account).tally();
  }

  /** Books, and leaves a snapshot. */
  void bookAndKeep(String account) {
    keeping.accounts().update(account, KeptAccount::book);
  }

  @Override
  public Tally readAll(long stored) {
    InOrder reader = new InOrder();
    store
        .readAll()
        .forEachOrdered(
            event -> reader.see(event.position().value(), (MoneyBooked) event.payload()));
    return reader.tally();
  }

  @Override
  public void close() {
    usual.container().close();
    forgetful.container().close();
    keeping.container().close();
  }
}
