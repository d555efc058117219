package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.ParameterValues;

/** What registered modules work with, there as soon as the application has started. Thread-safe. */
public interface ModuleServices {

  CommandBus commands();

  EventStore events();

  AggregateServices aggregates();

  /** The values of further parameters of handlers. */
  ParameterValues values();
}
