package io.orchestrix.cdi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked of every message that has a handler. */
final class MessageRules {

  private MessageRules() {}

  /** What is wrong with them. */
  static Stream<Mistake> mistakes(HandlerKind kind, Set<Class<?>> messages) {
    return messages.stream()
        .filter(MessageRules::hasSeveralRules)
        .map(message -> Mistake.twoRules(kind, message));
  }

  private static boolean hasSeveralRules(Class<?> message) {
    return Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
            .filter(message::isAnnotationPresent)
            .count()
        > 1;
  }
}
