package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.command.Route;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.EventTypes;
import io.orchestrix.module.Catalog.AggregateEntry;
import io.orchestrix.module.Catalog.CommandEntry;
import io.orchestrix.module.Catalog.EventEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the parts of an application together: one route for each command, and the catalogue. */
public final class Cataloguing {

  private Cataloguing() {}

  /**
   * The one route of each command.
   *
   * @throws InvalidRegistrationException if a command has two handlers
   */
  public static Map<Class<? extends Command>, Route> routes(
      Collection<Registered.Handler> handlers) {
    Map<Class<? extends Command>, Route> routes = new HashMap<>();
    for (Registered.Handler handler : handlers) {
      Route other = routes.putIfAbsent(handler.command(), handler.route());
      if (other != null) {
        throw InvalidRegistrationException.twoHandlers(
            handler.command(), other.description(), handler.route().description());
      }
    }
    return routes;
  }

  /** The catalogue of these parts. */
  public static Catalog catalog(
      Collection<Registered.Handler> handlers,
      EventTypes events,
      Collection<? extends AggregateType<?>> aggregates) {
    return new Catalog(
        handlers.stream()
            .map(Cataloguing::entry)
            .sorted(Comparator.comparing(CommandEntry::name).thenComparing(CommandEntry::className))
            .toList(),
        events.classes().stream()
            .map(type -> entry(type, events))
            .sorted(Comparator.comparing(EventEntry::name))
            .toList(),
        aggregates.stream()
            .map(Cataloguing::entry)
            .sorted(Comparator.comparing(AggregateEntry::category))
            .toList());
  }

  private static CommandEntry entry(Registered.Handler handler) {
    Class<?> type = handler.command();
    return new CommandEntry(
        type.getSimpleName(),
        type.getName(),
        handler.module(),
        handler.route().description(),
        handler.route().answer().getTypeName());
  }

  private static EventEntry entry(Class<? extends Event> type, EventTypes events) {
    EventRevision written = events.revision(type);
    return new EventEntry(written.type(), written.revision(), type.getName(), moduleOf(type));
  }

  private static AggregateEntry entry(AggregateType<?> aggregate) {
    List<String> seen = aggregate.eventTypes().stream().map(EventTypes::nameOf).sorted().toList();
    return new AggregateEntry(
        aggregate.category(), aggregate.type().getName(), moduleOf(aggregate.type()), seen);
  }

  private static String moduleOf(Class<?> type) {
    return ModuleNames.of(type).orElse("");
  }
}
