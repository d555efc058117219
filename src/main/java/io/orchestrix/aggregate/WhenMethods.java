package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import io.orchestrix.message.RawEvent;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The {@code when} methods of an aggregate class, found by the type of their parameter. */
final class WhenMethods {

  private static final ClassValue<WhenMethods> CACHE =
      new ClassValue<>() {
        @Override
        protected WhenMethods computeValue(Class<?> type) {
          return new WhenMethods(type);
        }
      };

  private final Map<Class<?>, MethodHandle> declared = new HashMap<>();
  private final Map<Class<?>, Optional<MethodHandle>> resolved = new ConcurrentHashMap<>();

  private WhenMethods(Class<?> aggregate) {
    for (Class<?> type = aggregate; type != AggregateRoot.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (isWhen(method)) {
          declared.putIfAbsent(method.getParameterTypes()[0], handle(type, method));
        }
      }
    }
  }

  static WhenMethods of(Class<?> aggregate) {
    return CACHE.get(aggregate);
  }

  /** The event classes that the methods name, with those that a sealed parameter permits. */
  Set<Class<? extends Event>> eventTypes() {
    Set<Class<? extends Event>> types = new LinkedHashSet<>();
    for (Class<?> parameter : declared.keySet()) {
      Cases.of(parameter).concrete().forEach(type -> types.add(type.asSubclass(Event.class)));
    }
    return types;
  }

  void invoke(AggregateRoot aggregate, Event event) {
    Optional<MethodHandle> method = resolved.get(event.getClass());
    if (method == null) {
      method = resolved.computeIfAbsent(event.getClass(), this::resolve);
    }
    if (method.isPresent()) {
      try {
        method.get().invokeExact(aggregate, event);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("A when method threw a checked exception.", e);
      }
    }
  }

  /**
   * The parameters of the methods for an event: its own class or the nearest superclass, or else
   * every interface that no other one narrows. A sound aggregate has at most one for an event. What
   * the application does not know is no case of an interface of its own.
   */
  List<Class<?>> nearest(Class<?> eventType) {
    if (eventType == RawEvent.class) {
      return declared.containsKey(eventType) ? List.of(eventType) : List.of();
    }
    for (Class<?> type = eventType; type != null; type = type.getSuperclass()) {
      if (declared.containsKey(type)) {
        return List.of(type);
      }
    }
    List<Class<?>> fitting =
        declared.keySet().stream().filter(type -> type.isAssignableFrom(eventType)).toList();
    return fitting.stream()
        .filter(type -> fitting.stream().filter(type::isAssignableFrom).count() == 1)
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  private Optional<MethodHandle> resolve(Class<?> eventType) {
    return nearest(eventType).stream().findFirst().map(declared::get);
  }

  private static boolean isWhen(Method method) {
    return method.getName().equals("when")
        && method.getParameterCount() == 1
        && Event.class.isAssignableFrom(method.getParameterTypes()[0])
        && !Modifier.isStatic(method.getModifiers())
        && !method.isBridge();
  }

  private static MethodHandle handle(Class<?> owner, Method method) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .unreflect(method)
          .asType(MethodType.methodType(void.class, AggregateRoot.class, Event.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot reach " + method, e);
    }
  }
}
