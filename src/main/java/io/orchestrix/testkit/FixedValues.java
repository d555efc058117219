package io.orchestrix.testkit;

import io.orchestrix.message.ParameterValues;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that a test gives for the further parameters of handlers. Used by one thread. */
final class FixedValues implements ParameterValues, ParameterValues.Call {

  private final Map<Class<?>, Object> byType = new LinkedHashMap<>();

  void put(Class<?> type, Object value) {
    byType.put(type, value);
  }

  @Override
  public Call open() {
    return this;
  }

  /** That for its very type, or else the first that fits. */
  @Override
  public Object get(Parameter parameter) {
    Object exact = byType.get(parameter.getType());
    if (exact != null) {
      return exact;
    }
    return byType.values().stream()
        .filter(parameter.getType()::isInstance)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s asks for a %s. Give the fixture one: with(%s.class, ...)."
                        .formatted(
                            parameter.getDeclaringExecutable(),
                            parameter.getType().getName(),
                            parameter.getType().getSimpleName())));
  }

  @Override
  public void close() {
    // nothing was made for the call
  }
}
