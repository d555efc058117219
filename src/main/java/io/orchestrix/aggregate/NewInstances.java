package io.orchestrix.aggregate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes instances of a class by its constructor without parameters, be it private. */
record NewInstances<T>(Class<T> type, MethodHandle constructor) {

  /**
   * @throws InvalidAggregateException if there is no such constructor
   */
  static <T> NewInstances<T> of(Class<T> type) {
    try {
      return new NewInstances<>(
          type,
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .findConstructor(type, MethodType.methodType(void.class))
              .asType(MethodType.methodType(Object.class)));
    } catch (ReflectiveOperationException e) {
      throw InvalidAggregateException.noConstructor(type, e);
    }
  }

  /** A new one. What its constructor throws comes out. */
  T create() {
    try {
      return type.cast((Object) constructor.invokeExact());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type + " threw a checked exception when it was made.", e);
    }
  }
}
