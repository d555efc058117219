package io.orchestrix.message;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An upcaster made of a function.
 *
 * @param code the class of that function
 */
record FunctionUpcaster(
    EventRevision source,
    Optional<EventRevision> target,
    Function<JsonObject, List<EventJson>> function,
    Class<?> code,
    String name)
    implements Upcaster {

  /** The class that says what an upcaster does. */
  static Class<?> code(Upcaster upcaster) {
    return upcaster instanceof FunctionUpcaster made ? made.code() : upcaster.getClass();
  }

  static Upcaster of(
      EventRevision source,
      Optional<EventRevision> target,
      Function<JsonObject, List<EventJson>> function,
      Class<?> code) {
    return new FunctionUpcaster(source, target, function, code, "the upcaster of " + source);
  }

  @Override
  public List<EventJson> upcast(JsonObject old) {
    return function.apply(old);
  }

  @Override
  public String toString() {
    return name;
  }
}
