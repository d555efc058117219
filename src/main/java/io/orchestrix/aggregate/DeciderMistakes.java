package io.orchestrix.aggregate;

import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a decider. */
final class DeciderMistakes {

  private DeciderMistakes() {}

  static InvalidAggregateException notClasses(Class<?> decider, List<Type> arguments) {
    return new InvalidAggregateException(
        "ORX-4028",
        "%s is a Decider of <%s>, which does not say of which classes. Let it name them, as in Decider<LightCommand, LightState, LightEvent>."
            .formatted(
                decider.getName(),
                arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", "))));
  }

  static InvalidAggregateException unknownCases(Class<?> decider, Class<?> type) {
    return new InvalidAggregateException(
        "ORX-4029",
        "%s is a Decider of %s, which is generic, or abstract and not sealed, so nobody knows which classes there are. Let it be a class or record, or a sealed type of such."
            .formatted(decider.getName(), type.getName()));
  }
}
