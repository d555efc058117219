package io.orchestrix.message;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may send messages of a class, as {@code @RolesAllowed}, {@code @DenyAll} or
 * {@code @PermitAll} say there, or else on the nearest classes and interfaces above it; all of
 * those have to admit the caller. Without any of them everybody may.
 *
 * @param isOpen whether everybody may
 * @param roles one of which is needed otherwise
 */
public record AccessRule(boolean isOpen, List<String> roles) {

  private static final ClassValue<List<AccessRule>> OF_CLASSES =
      new ClassValue<>() {
        @Override
        protected List<AccessRule> computeValue(Class<?> type) {
          return find(type);
        }
      };

  /** Whether {@code caller} may send messages of the class {@code message}. */
  public static boolean admit(Caller caller, Class<?> message) {
    return OF_CLASSES.get(message).stream().allMatch(rule -> rule.admits(caller));
  }

  /** The rules for messages of a class, all of which have to admit a caller; empty without any. */
  public static List<AccessRule> of(Class<?> message) {
    return OF_CLASSES.get(message);
  }

  /** The roles for which messages of these classes ask. */
  public static Set<String> roles(Collection<? extends Class<?>> messages) {
    return messages.stream()
        .flatMap(message -> OF_CLASSES.get(message).stream())
        .flatMap(rule -> rule.roles().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean admits(Caller caller) {
    return isOpen || roles.stream().anyMatch(caller::isInRole);
  }

  private static List<AccessRule> find(Class<?> type) {
    return own(type)
        .map(List::of)
        .orElseGet(
            () ->
                Stream.concat(
                        Optional.<Class<?>>ofNullable(type.getSuperclass()).stream(),
                        Stream.of(type.getInterfaces()))
                    .flatMap(above -> OF_CLASSES.get(above).stream())
                    .toList());
  }

  private static Optional<AccessRule> own(Class<?> type) {
    if (type.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(new AccessRule(false, List.of()));
    }
    RolesAllowed allowed = type.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      return Optional.of(new AccessRule(false, List.of(allowed.value())));
    }
    return type.isAnnotationPresent(PermitAll.class)
        ? Optional.of(new AccessRule(true, List.of()))
        : Optional.empty();
  }
}
