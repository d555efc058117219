package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Set;

/** An aggregate class, checked: its category, its constructor, its events. Immutable. */
public final class AggregateType<T extends AggregateRoot> {

  private final Class<T> type;
  private final String category;
  private final MethodHandle constructor;

  private AggregateType(Class<T> type, String category, MethodHandle constructor) {
    this.type = type;
    this.category = category;
    this.constructor = constructor;
  }

  /**
   * Checks {@code type}, which is annotated with {@link Aggregate}.
   *
   * @throws InvalidAggregateException if it cannot be an aggregate
   */
  public static AggregateType<?> of(Class<?> type) {
    if (!AggregateRoot.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      throw InvalidAggregateException.notAnAggregateRoot(type);
    }
    return checked(type.asSubclass(AggregateRoot.class));
  }

  private static <T extends AggregateRoot> AggregateType<T> checked(Class<T> type) {
    Aggregate annotation = type.getAnnotation(Aggregate.class);
    String category = annotation == null ? "" : annotation.value();
    try {
      new StreamId(category, "any");
    } catch (RuntimeException e) {
      throw InvalidAggregateException.badCategory(type, category, e);
    }
    WhenRules.check(type);
    try {
      MethodHandle constructor =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .findConstructor(type, MethodType.methodType(void.class))
              .asType(MethodType.methodType(AggregateRoot.class));
      return new AggregateType<>(type, category, constructor);
    } catch (ReflectiveOperationException e) {
      throw InvalidAggregateException.noConstructor(type, e);
    }
  }

  /** The class. */
  public Class<T> type() {
    return type;
  }

  /** The category of its streams. */
  public String category() {
    return category;
  }

  /** The events that its {@code when} methods name. */
  public Set<Class<? extends Event>> eventTypes() {
    return WhenMethods.of(type).eventTypes();
  }

  StreamId stream(String id) {
    return new StreamId(category, id);
  }

  /** A new instance without history. */
  T create(String id) {
    try {
      T aggregate = type.cast((AggregateRoot) constructor.invokeExact());
      aggregate.identify(id);
      return aggregate;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type + " threw a checked exception when it was made.", e);
    }
  }
}
