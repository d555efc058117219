package io.orchestrix.saga;

import io.orchestrix.message.Command;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a saga has returned: commands, or else the state, or something else, of which
 * only a step can make use. Immutable.
 *
 * @param commands that are to be sent, in this order
 * @param value {@code null} if there are commands, or nothing was returned
 * @param isState whether the value is the new state
 */
record Returned(List<Command> commands, @Nullable Object value, boolean isState) {

  private static final List<Class<?>> HOLDERS =
      List.of(Collection.class, Stream.class, Optional.class);

  /** Takes apart what the work of a saga has returned. */
  static Returned of(SagaDefinition<?> saga, WorkId work, @Nullable Object returned) {
    if (returned instanceof Optional<?> optional) {
      return of(saga, work, optional.orElse(null));
    }
    if (returned instanceof Stream<?> stream) {
      return of(saga, work, stream.toList());
    }
    if (returned instanceof Object[] array) {
      return of(saga, work, Arrays.asList(array));
    }
    List<Command> commands =
        Stream.ofNullable(returned)
            .flatMap(one -> one instanceof Collection<?> all ? all.stream() : Stream.of(one))
            .filter(Command.class::isInstance)
            .map(Command.class::cast)
            .toList();
    if (!commands.isEmpty()) {
      if (returned instanceof Collection<?> all && all.size() > commands.size()) {
        throw SagaException.mixedReturn(saga.name(), work, all);
      }
      return new Returned(commands, null, false);
    }
    boolean isState = saga.stateType().isInstance(returned);
    boolean isNothing = !isState && returned instanceof Collection<?> all && all.isEmpty();
    return new Returned(commands, isNothing ? null : returned, isState);
  }

  /** Whether a method that is declared so could return commands, a state, or nothing. */
  static boolean isOfUse(Type declared, Class<?> state) {
    if (declared instanceof GenericArrayType array) {
      return isOfUse(array.getGenericComponentType(), state);
    }
    if (declared instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw) {
      if (state.isAssignableFrom(raw)) {
        return true;
      }
      boolean isHolder = HOLDERS.stream().anyMatch(holder -> holder.isAssignableFrom(raw));
      return isOfUse(isHolder ? generic.getActualTypeArguments()[0] : raw, state);
    }
    if (!(declared instanceof Class<?> type)) {
      return true; // only a call can tell
    }
    if (type.isArray()) {
      return isOfUse(type.getComponentType(), state);
    }
    return type == void.class
        || type == Void.class
        || !Modifier.isFinal(type.getModifiers()) // of which a subclass may be a command
        || Command.class.isAssignableFrom(type)
        || state.isAssignableFrom(type);
  }

  /** Whether values of a class can be told from what a method returns otherwise. */
  static boolean isTellable(Class<?> state) {
    return !state.isArray()
        && Stream.of(Command.class, Stream.class, Optional.class)
            .noneMatch(other -> other.isAssignableFrom(state));
  }
}
