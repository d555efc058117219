package io.orchestrix.telemetry;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;

/** The only bean of a type. */
final class One {

  private One() {}

  @SuppressWarnings("unchecked")
  static <T> Instance<T> of(T bean) {
    return (Instance<T>)
        Proxy.newProxyInstance(
            Instance.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("get")) {
                return bean;
              }
              throw new UnsupportedOperationException(method.toString());
            });
  }
}
