package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateHandler;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Command;
import io.orchestrix.module.Catalog.CommandEntry;
import io.orchestrix.module.Catalog.QueryEntry;
import io.orchestrix.query.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the commands and queries of an application by their logical names, so that who
 * comes from outside with a name finds these and no others. Two classes of one name cannot be told
 * apart: neither is found. Immutable.
 */
public final class MessageTypes {

  /**
   * A command that can be sent.
   *
   * @param target the aggregates that handle it; {@code null} where a bean does
   */
  public record CommandType(
      CommandEntry entry, Class<? extends Command> type, @Nullable Target target) {

    /**
     * The stream of the aggregate that a command is for.
     *
     * @return empty where a bean handles it
     */
    public Optional<StreamId> streamOf(Command command) {
      return Optional.ofNullable(target)
          .map(found -> new StreamId(found.category(), found.handler().targetOf(command)));
    }
  }

  /**
   * What handles a command.
   *
   * @param category of its streams
   */
  public record Target(String category, AggregateHandler<?> handler) {}

  /** A query that can be asked. */
  public record QueryType(QueryEntry entry, Class<? extends Query<?>> type) {}

  private final Map<String, CommandType> commands;
  private final Map<String, QueryType> queries;

  private MessageTypes(Map<String, CommandType> commands, Map<String, QueryType> queries) {
    this.commands = commands;
    this.queries = queries;
  }

  /** Those that are handled by these. */
  public static MessageTypes of(
      Catalog catalog,
      Collection<Registered.Handler> handlers,
      Collection<Registered.QueryHandler> queryHandlers,
      Collection<? extends AggregateType<?>> aggregates) {
    Map<Class<?>, Target> targets = new HashMap<>();
    for (AggregateType<?> aggregate : aggregates) {
      aggregate
          .handlers()
          .forEach(
              found -> targets.put(found.commandType(), new Target(aggregate.category(), found)));
    }
    Map<String, CommandEntry> commandEntries = byClass(catalog.commands(), CommandEntry::className);
    Map<String, QueryEntry> queryEntries = byClass(catalog.queries(), QueryEntry::className);
    return new MessageTypes(
        byName(
            handlers,
            found -> found.command().getSimpleName(),
            found ->
                new CommandType(
                    Objects.requireNonNull(commandEntries.get(found.command().getName())),
                    found.command(),
                    targets.get(found.command()))),
        byName(
            queryHandlers,
            found -> found.query().getSimpleName(),
            found ->
                new QueryType(
                    Objects.requireNonNull(queryEntries.get(found.query().getName())),
                    found.query())));
  }

  private static <E> Map<String, E> byClass(Collection<E> entries, Function<E, String> name) {
    Map<String, E> found = new HashMap<>();
    entries.forEach(entry -> found.put(name.apply(entry), entry));
    return found;
  }

  private static <H, T> Map<String, T> byName(
      Collection<H> handlers, Function<H, String> name, Function<H, T> type) {
    Map<String, Integer> count = new HashMap<>();
    handlers.forEach(handler -> count.merge(name.apply(handler), 1, Integer::sum));
    Map<String, T> found = new TreeMap<>();
    handlers.stream()
        .filter(handler -> count.getOrDefault(name.apply(handler), 0) == 1)
        .forEach(handler -> found.put(name.apply(handler), type.apply(handler)));
    return found;
  }

  /** The command of that name. */
  public Optional<CommandType> command(String name) {
    return Optional.ofNullable(commands.get(name));
  }

  /** The query of that name. */
  public Optional<QueryType> query(String name) {
    return Optional.ofNullable(queries.get(name));
  }

  /** All commands, in the order of their names. */
  public Collection<CommandType> commands() {
    return commands.values();
  }

  /** All queries, in the order of their names. */
  public Collection<QueryType> queries() {
    return queries.values();
  }
}
