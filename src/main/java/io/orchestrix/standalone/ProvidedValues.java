package io.orchestrix.standalone;

import io.orchestrix.message.ParameterValues;
import io.orchestrix.module.InvalidRegistrationException;
import java.lang.reflect.Parameter;
import java.util.Map;

/** Values by their types, the same ones for all calls. */
record ProvidedValues(Map<Class<?>, Object> byType)
    implements ParameterValues, ParameterValues.Call {

  ProvidedValues {
    byType = Map.copyOf(byType);
  }

  @Override
  public Call open() {
    return this;
  }

  @Override
  public Object get(Parameter parameter) {
    Object value = byType.get(parameter.getType());
    if (value == null) {
      throw InvalidRegistrationException.noValue(parameter);
    }
    return value;
  }

  @Override
  public void close() {
    // nothing was made for the call
  }
}
