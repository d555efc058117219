package io.orchestrix.aggregate;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.GenericType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A class that implements {@link Decider}. */
record DeciderClass<C extends Command, S, E extends Event>(
    Class<?> type,
    DeciderTypes<C, E> types,
    NewInstances<Decider<C, S, E>> deciders,
    List<AggregateHandler<Decided<C, S, E>>> handlers)
    implements AggregateClass<Decided<C, S, E>> {

  @SuppressWarnings("unchecked") // its type arguments are those types
  static <C extends Command, S, E extends Event> DeciderClass<C, S, E> of(
      Class<?> type, DeciderTypes<C, E> types) {
    List<AggregateHandler<Decided<C, S, E>>> handlers =
        DeciderRules.commands(types)
            .map(command -> DeciderClass.<C, S, E>handler(type, types, command))
            .toList();
    return new DeciderClass<>(
        type, types, NewInstances.of((Class<Decider<C, S, E>>) type), handlers);
  }

  private static <C extends Command, S, E extends Event> AggregateHandler<Decided<C, S, E>> handler(
      Class<?> type, DeciderTypes<C, E> types, Class<? extends Command> command) {
    String description = DeciderRules.describe(type, command);
    return new AggregateHandler<>(
        description,
        types.state(),
        List.of(),
        Creation.IF_MISSING,
        CommandTarget.of(description, command),
        (decided, message, values) -> decided.decide(types.command().cast(message.payload())));
  }

  @Override
  public Type aggregateType() {
    return new GenericType(
        Decided.class, null, List.of(types.command(), types.state(), types.event()));
  }

  @Override
  public Decided<C, S, E> create() {
    return new Decided<>(types, deciders.create());
  }

  @Override
  public Set<Class<? extends Event>> eventTypes() {
    Set<Class<? extends Event>> events = new LinkedHashSet<>();
    Cases.of(types.event()).concrete().forEach(type -> events.add(type.asSubclass(Event.class)));
    return events;
  }

  @Override
  public boolean sees(Class<? extends Event> eventType) {
    return types.event().isAssignableFrom(eventType);
  }

  @Override
  public List<Type> origins() {
    return List.of(type, types.state());
  }
}
