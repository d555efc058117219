package io.orchestrix.message;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An upcaster made of a function. */
record FunctionUpcaster(
    EventRevision source,
    Optional<EventRevision> target,
    Function<JsonObject, List<EventJson>> function,
    String name)
    implements Upcaster {

  static Upcaster of(
      EventRevision source,
      Optional<EventRevision> target,
      Function<JsonObject, List<EventJson>> function) {
    return new FunctionUpcaster(source, target, function, "the upcaster of " + source);
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
