package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.module.ModuleServices;
import io.orchestrix.module.Once;
import io.orchestrix.query.QueryBus;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.function.Supplier;

/** What registered modules work with, looked up in the container when it is needed. */
final class ContainerServices implements ModuleServices {

  private final Supplier<CommandBus> commands;
  private final Supplier<QueryBus> queries;
  private final Supplier<DeadlineScheduler> deadlines;
  private final Supplier<EventStore> events;
  private final Supplier<AggregateServices> aggregates;
  private final ParameterValues values;
  private final BeanManager beans;

  ContainerServices(BeanManager beans) {
    this.beans = beans;
    this.values = new InjectedValues(beans);
    this.commands = bean(CommandBus.class);
    this.queries = bean(QueryBus.class);
    this.deadlines = bean(DeadlineScheduler.class);
    this.events = bean(EventStore.class);
    this.aggregates = bean(AggregateServices.class);
  }

  private <T> Supplier<T> bean(Class<T> type) {
    return Once.of(() -> beans.createInstance().select(type).get());
  }

  @Override
  public CommandBus commands() {
    return commands.get();
  }

  @Override
  public QueryBus queries() {
    return queries.get();
  }

  @Override
  public DeadlineScheduler deadlines() {
    return deadlines.get();
  }

  @Override
  public EventStore events() {
    return events.get();
  }

  @Override
  public AggregateServices aggregates() {
    return aggregates.get();
  }

  @Override
  public ParameterValues values() {
    return values;
  }
}
