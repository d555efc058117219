package io.orchestrix.aggregate;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.TypeArguments;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.stream.Stream;

/** What a decider works on, as its class declares it. */
record DeciderTypes<C extends Command, E extends Event>(
    Class<C> command, Type state, Class<E> event) {

  /**
   * @throws InvalidAggregateException if they are not classes
   */
  static DeciderTypes<? extends Command, ? extends Event> of(Class<?> decider) {
    List<Type> arguments = TypeArguments.of(decider, Decider.class);
    if (arguments.get(0) instanceof Class<?> command
        && isKnown(arguments.get(1))
        && arguments.get(2) instanceof Class<?> event) {
      return new DeciderTypes<>(
          command.asSubclass(Command.class), arguments.get(1), event.asSubclass(Event.class));
    }
    throw DeciderMistakes.notClasses(decider, arguments);
  }

  /** A state may be a {@code Map<String, Item>}, but no {@code T}. */
  private static boolean isKnown(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.of(generic.getActualTypeArguments()).allMatch(DeciderTypes::isKnown);
    }
    return !(type instanceof TypeVariable<?>) && !(type instanceof GenericArrayType);
  }
}
