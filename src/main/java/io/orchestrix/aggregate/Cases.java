package io.orchestrix.aggregate;

import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The classes that stand below a type as far as it is sealed.
 *
 * @param concrete those of which there are instances
 * @param open those below which there may be others that nobody knows
 */
record Cases(Set<Class<?>> concrete, Set<Class<?>> open) {

  static Cases of(Class<?> type) {
    Cases cases = new Cases(new LinkedHashSet<>(), new LinkedHashSet<>());
    cases.add(type);
    return cases;
  }

  private void add(Class<?> type) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        add(permitted);
      }
    }
    if (!Modifier.isAbstract(type.getModifiers())) {
      concrete.add(type);
    } else if (!type.isSealed()) {
      open.add(type);
    }
  }
}
