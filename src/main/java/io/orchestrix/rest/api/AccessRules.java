package io.orchestrix.rest.api;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.AccessRule;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.module.MessageTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may send what: as the class of the message says, which the buses hold, too, or else as the
 * configuration does. A name that nothing has is like one without a rule, so that the answer tells
 * nobody which names there are. Thread-safe.
 */
@ApplicationScoped
class AccessRules {

  private static final List<String> ASKERS = List.of(Roles.READER, Roles.OPERATOR);

  @Inject MessageTypes types;
  @Inject ActingCaller caller;

  private List<String> commandRoles = List.of();
  private List<String> eventRoles = List.of();

  @Inject
  void configure(Settings settings) {
    commandRoles = settings.get(Keys.REST_COMMAND_ROLES);
    eventRoles = settings.get(Keys.REST_EVENT_ROLES);
  }

  /**
   * @param name of the message in the path; empty if there is none
   * @throws AccessException if the one who is logged in may not
   */
  void check(AccessBy.Rule rule, String name, SecurityContext login) {
    switch (rule) {
      case COMMAND -> check(types.command(name).map(found -> found.type()), commandRoles, login);
      case QUERY -> check(types.query(name).map(found -> found.type()), ASKERS, login);
      case EVENT -> check(Optional.empty(), eventRoles, login);
    }
  }

  private void check(
      Optional<? extends Class<?>> message, List<String> otherwise, SecurityContext login) {
    boolean hasRule = message.filter(type -> !AccessRule.of(type).isEmpty()).isPresent();
    boolean isAdmitted =
        hasRule
            ? AccessRule.admit(caller, message.get())
            : otherwise.stream().anyMatch(login::isUserInRole);
    if (!isAdmitted) {
      throw AccessException.noRole(
          hasRule ? rolesOf(AccessRule.of(message.get())) : otherwise.toArray(String[]::new));
    }
  }

  private static String[] rolesOf(List<AccessRule> rules) {
    return rules.stream().flatMap(rule -> rule.roles().stream()).distinct().toArray(String[]::new);
  }

  /**
   * Who may send commands of a class: one role of each list; nobody where a list is empty,
   * everybody who is logged in where there is no list.
   */
  List<List<String>> ofCommand(Class<?> type) {
    return of(type, commandRoles);
  }

  /** Who may ask queries of a class, in the same way. */
  List<List<String>> ofQuery(Class<?> type) {
    return of(type, ASKERS);
  }

  private static List<List<String>> of(Class<?> type, List<String> otherwise) {
    List<AccessRule> rules = AccessRule.of(type);
    return rules.isEmpty()
        ? List.of(otherwise)
        : rules.stream().flatMap(AccessRules::roles).toList();
  }

  private static Stream<List<String>> roles(AccessRule rule) {
    return rule.isOpen() ? Stream.of() : Stream.of(rule.roles());
  }
}
