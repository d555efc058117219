package io.orchestrix.cdi;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DueDeadline;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.Query;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What kind of messages a handler method takes; a deadline is one of them here. */
enum HandlerKind {
  COMMAND(HandlesCommand.class, Command.class),
  QUERY(HandlesQuery.class, Query.class),
  DEADLINE(HandlesDeadline.class, Record.class);

  private final Class<? extends Annotation> annotation;
  private final Class<?> supertype;

  HandlerKind(Class<? extends Annotation> annotation, Class<?> supertype) {
    this.annotation = annotation;
    this.supertype = supertype;
  }

  /** What a method claims to handle; empty if nothing. */
  static Optional<HandlerKind> of(AnnotatedMethod<?> method) {
    return Stream.of(values())
        .filter(kind -> method.getParameters().stream().anyMatch(kind::isOn))
        .findFirst();
  }

  private boolean isOn(AnnotatedParameter<?> parameter) {
    return parameter.isAnnotationPresent(annotation);
  }

  /** Whether a parameter takes what is handled, of whatever kind. */
  static boolean isHandled(AnnotatedParameter<?> parameter) {
    return Stream.of(values()).anyMatch(kind -> kind.isOn(parameter));
  }

  /** What finds the value of a parameter in what is delivered; empty if it is not there. */
  Optional<Function<Object, Object>> delivered(AnnotatedParameter<?> parameter) {
    return switch (this) {
      case COMMAND -> ofCommand(parameter);
      case QUERY -> isHandled(parameter) ? Optional.of(query -> query) : Optional.empty();
      case DEADLINE -> ofDeadline(parameter);
    };
  }

  private static Optional<Function<Object, Object>> ofCommand(AnnotatedParameter<?> parameter) {
    if (isHandled(parameter)) {
      return Optional.of(message -> ((CommandMessage) message).payload());
    }
    if (parameter.getBaseType() == CommandMessage.class) {
      return Optional.of(message -> message);
    }
    return parameter.getBaseType() == Metadata.class
        ? Optional.of(message -> ((CommandMessage) message).metadata())
        : Optional.empty();
  }

  private static Optional<Function<Object, Object>> ofDeadline(AnnotatedParameter<?> parameter) {
    if (isHandled(parameter)) {
      return Optional.of(due -> ((DueDeadline) due).payload());
    }
    return parameter.getBaseType() == Deadline.class
        ? Optional.of(due -> ((DueDeadline) due).deadline())
        : Optional.empty();
  }

  /** What all such messages are. */
  Class<?> supertype() {
    return supertype;
  }

  /** {@code command}, for people. */
  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code @HandlesCommand}, for people. */
  String marker() {
    return "@" + annotation.getSimpleName();
  }
}
