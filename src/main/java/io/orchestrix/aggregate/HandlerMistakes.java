package io.orchestrix.aggregate;

import java.lang.reflect.Type;

/** What is wrong with the command handlers of an aggregate. */
final class HandlerMistakes {

  private HandlerMistakes() {}

  static InvalidAggregateException noTarget(String handler, Class<?> command, String flaw) {
    return new InvalidAggregateException(
        "ORX-4018",
        "%s handles %s, which %s, so the aggregate that a command is for cannot be found. Put @TargetId on one component, or on one method without parameters, that gives a text, a number, an enum, a UUID or the like."
            .formatted(handler, command.getName(), flaw));
  }

  static InvalidAggregateException severalCommands(String handler) {
    return new InvalidAggregateException(
        "ORX-4019",
        "%s has @HandlesCommand on several parameters. Make a method for each command."
            .formatted(handler));
  }

  static InvalidAggregateException notCallable(String handler, String reason) {
    return new InvalidAggregateException(
        "ORX-4020",
        "%s has @HandlesCommand, but it %s. Let it be an instance method with a body; it may be private."
            .formatted(handler, reason));
  }

  static InvalidAggregateException notACommand(String handler, Type type) {
    return new InvalidAggregateException(
        "ORX-4021",
        "%s has @HandlesCommand on a %s. Let the parameter be a class or record that implements Command and is not generic; a choice of commands takes a method for each."
            .formatted(handler, type.getTypeName()));
  }

  static InvalidAggregateException twoHandlers(String first, String second, Class<?> command) {
    return new InvalidAggregateException(
        "ORX-4022",
        "%s and %s both handle the command %s. A command has exactly one handler: remove @HandlesCommand from one of them."
            .formatted(first, second, command.getName()));
  }

  static InvalidAggregateException createsNothing(String method) {
    return new InvalidAggregateException(
        "ORX-4023",
        "%s has @Creates, but handles no command. Add @HandlesCommand to its parameter, or remove @Creates."
            .formatted(method));
  }

  static InvalidAggregateException answersLater(String handler, String reason) {
    return new InvalidAggregateException(
        "ORX-4024",
        "%s %s, but what an aggregate has decided is stored when its handler returns. Decide before it returns, and answer with the result."
            .formatted(handler, reason));
  }

  static InvalidAggregateException otherRole(String handler, String reason) {
    return new InvalidAggregateException(
        "ORX-4025",
        "%s has @HandlesCommand, but it %s. Give it a role and a name of its own."
            .formatted(handler, reason));
  }
}
