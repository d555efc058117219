package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.Fingerprint;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether events still lead to the same state: the code of the aggregate or its decider, of
 * its events and of what its state is made of, with what all these inherit, are nested in or hold,
 * and what the store knows of events.
 */
final class StateFingerprint {

  /** Counted up when states are written in another way. */
  private static final String WAY_OF_WRITING = "1";

  private final Fingerprint print = new Fingerprint();
  private final Set<Class<?>> seen = new HashSet<>();
  private final Deque<Class<?>> left = new ArrayDeque<>();

  private StateFingerprint() {}

  static String of(AggregateType<?> type, EventFormat format) {
    StateFingerprint state = new StateFingerprint();
    Snapshots annotation = type.type().getAnnotation(Snapshots.class);
    state.print.add(WAY_OF_WRITING).add(format.fingerprint());
    state.print.add(String.valueOf(annotation == null ? 0 : annotation.revision()));
    type.origins().forEach(state::reach);
    Stream.concat(type.eventTypes().stream(), format.classes().stream().filter(type::sees))
        .sorted(Comparator.comparing(Class<? extends Event>::getName))
        .forEach(state::reach);
    while (!state.left.isEmpty()) {
      state.add(state.left.remove());
    }
    return state.print.toString();
  }

  private void add(Class<?> type) {
    print.add(type.getName()).addCode(type);
    if (type.getSuperclass() != null) {
      reach(type.getSuperclass());
    }
    for (Class<?> implemented : type.getInterfaces()) {
      reach(implemented);
    }
    for (Class<?> neighbour : type.getNestMembers()) { // also those that the compiler makes
      reach(neighbour);
    }
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        reach(permitted);
      }
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        print.add(field.getName()).add(field.getGenericType().getTypeName());
        reach(field.getGenericType());
      }
    }
  }

  private void reach(Type type) {
    if (type instanceof Class<?> found) {
      reach(found);
    } else if (type instanceof ParameterizedType generic) {
      reach(generic.getRawType());
      for (Type argument : generic.getActualTypeArguments()) {
        reach(argument);
      }
    } else if (type instanceof GenericArrayType array) {
      reach(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      reach(wildcard.getUpperBounds()[0]);
    } else if (type instanceof TypeVariable<?> variable) {
      reach(variable.getBounds()[0]);
    }
  }

  /**
   * Only the application's own: what comes with the platform or the library has its own versions.
   */
  private void reach(Class<?> type) {
    if (type.isArray()) {
      reach(type.getComponentType());
      return;
    }
    String name = type.getName();
    boolean isForeign =
        type.isPrimitive()
            || name.startsWith("java.")
            || type == AggregateRoot.class
            || type == Decider.class;
    if (!isForeign && seen.add(type)) {
      left.add(type);
    }
  }
}
