package io.orchestrix.bench;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.harness.Container;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.util.TypeLiteral;

/** The library in its container, as an application has it. */
final class OrchestrixContestant implements Contestant {

  static final String SCHEMA = "bench_orchestrix";

  private final Container container;
  private final Tables tables;
  private final CommandBus commands;
  private final EventStore store;
  private final UnitOfWork unitOfWork;
  private final AggregateRepository<Account> accounts;

  OrchestrixContestant(Postgres postgres) {
    container = Container.startIn(SCHEMA, postgres.database(), Account.class, Accounts.class);
    tables = new OrchestrixTables(postgres, SCHEMA);
    commands = container.get(CommandBus.class);
    store = container.get(EventStore.class);
    unitOfWork = container.get(UnitOfWork.class);
    accounts = container.cdi().select(new TypeLiteral<AggregateRepository<Account>>() {}).get();
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
    return unitOfWork.get(() -> accounts.load(account)).tally();
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
    container.close();
  }
}
