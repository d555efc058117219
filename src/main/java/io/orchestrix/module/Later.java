package io.orchestrix.module;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Gives a thing before it is there. */
final class Later {

  private Later() {}

  /** Each call goes to what {@code thing} gives then. */
  static <T> T of(Class<T> type, Supplier<? extends T> thing) {
    return type.cast(
        Proxy.newProxyInstance(
            Later.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(thing.get(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
