package io.orchestrix.message;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The methods of a class that are found by what they take or bear. */
public final class InstanceMethods {

  private InstanceMethods() {}

  /** Those of the class and its superclasses, unless they are overridden, in a fixed order. */
  public static Stream<Method> of(Class<?> type) {
    List<Method> found = new ArrayList<>();
    Set<String> overriding = new HashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      Stream.of(c.getDeclaredMethods())
          .filter(method -> !method.isBridge() && !method.isSynthetic())
          .filter(method -> overriding.add(signature(method)))
          .forEach(found::add);
    }
    return found.stream().sorted(Comparator.comparing(InstanceMethods::signature));
  }

  private static String signature(Method method) {
    return method.getName() + List.of(method.getParameterTypes());
  }
}
