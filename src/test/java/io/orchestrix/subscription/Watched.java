package io.orchestrix.subscription;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Something that does more before one of its methods. */
final class Watched {

  private Watched() {}

  static <T> T before(Class<T> type, T target, String method, Runnable work) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                work.run();
              }
              try {
                return called.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
