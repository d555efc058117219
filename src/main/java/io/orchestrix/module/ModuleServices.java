package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.query.QueryBus;

/** What registered modules work with, there as soon as the application has started. Thread-safe. */
public interface ModuleServices {

  CommandBus commands();

  QueryBus queries();

  DeadlineScheduler deadlines();

  EventStore events();

  AggregateServices aggregates();

  /** The values of further parameters of handlers. */
  ParameterValues values();
}
