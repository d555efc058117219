package io.orchestrix.subscription;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store of segments on which something happens in the middle of a beat. */
final class Beats {

  private Beats() {}

  static SegmentStore before(SegmentStore store, Runnable work) {
    return (SegmentStore)
        Proxy.newProxyInstance(
            SegmentStore.class.getClassLoader(),
            new Class<?>[] {SegmentStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("beat")) {
                work.run();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
