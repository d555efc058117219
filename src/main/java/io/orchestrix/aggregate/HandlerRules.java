package io.orchestrix.aggregate;

import io.orchestrix.message.Command;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What the command handlers of an aggregate have to keep. */
final class HandlerRules {

  private HandlerRules() {}

  /** All that is wrong with the handler methods of {@code aggregate}. */
  static List<InvalidAggregateException> mistakes(Class<?> aggregate) {
    List<InvalidAggregateException> mistakes = new ArrayList<>();
    Map<Class<?>, String> handlers = new HashMap<>();
    for (Method method : HandlerMethods.of(aggregate)) {
      String handler = HandlerMethods.describe(aggregate, method);
      Optional<InvalidAggregateException> own = mistake(aggregate, method, handler);
      own.ifPresent(mistakes::add);
      if (own.isEmpty()) {
        Class<? extends Command> command = HandlerMethods.commandType(method);
        String other = handlers.putIfAbsent(command, handler);
        if (other != null) {
          mistakes.add(HandlerMistakes.twoHandlers(other, handler, command));
        } else {
          TargetRules.flaw(command)
              .ifPresent(flaw -> mistakes.add(HandlerMistakes.noTarget(handler, command, flaw)));
        }
      }
    }
    return mistakes;
  }

  private static Optional<InvalidAggregateException> mistake(
      Class<?> aggregate, Method method, String handler) {
    if (HandlerMethods.commands(method).size() > 1) {
      return Optional.of(HandlerMistakes.severalCommands(handler));
    }
    if (Modifier.isStatic(method.getModifiers())) {
      return Optional.of(HandlerMistakes.notCallable(handler, "is static"));
    }
    Type command = HandlerMethods.commands(method).get(0).getParameterizedType();
    if (!isConcreteCommand(command)) {
      return Optional.of(HandlerMistakes.notACommand(handler, command));
    }
    if (method.getName().equals("when")) {
      return Optional.of(HandlerMistakes.otherRole(handler, "is named when, as what sees events"));
    }
    return later(aggregate, method).map(reason -> HandlerMistakes.answersLater(handler, reason));
  }

  static boolean isConcreteCommand(Type type) {
    return type instanceof Class<?> command
        && Command.class.isAssignableFrom(command)
        && !Modifier.isAbstract(command.getModifiers())
        && command.getTypeParameters().length == 0;
  }

  /** What lets the work go on after the method has returned, outside of its transaction. */
  private static Optional<String> later(Class<?> aggregate, Method method) {
    Class<?> answer = method.getReturnType();
    if (CompletionStage.class.isAssignableFrom(answer) || Future.class.isAssignableFrom(answer)) {
      return Optional.of("returns a " + answer.getSimpleName());
    }
    return Stream.of(method, aggregate, method.getDeclaringClass())
        .flatMap(annotated -> Stream.of(annotated.getAnnotations()))
        .map(Annotation::annotationType)
        .map(Class::getSimpleName)
        .filter("Asynchronous"::equals) // of EJB, of Concurrency, of MicroProfile
        .findFirst()
        .map(name -> "is @" + name);
  }

  /** Annotations where nobody would heed them. */
  static Stream<InvalidAggregateException> misplaced(Class<?> aggregate) {
    return HandlerMethods.all(aggregate)
        .<InvalidAggregateException>mapMulti(
            (method, mistakes) -> {
              String name = HandlerMethods.describe(aggregate, method);
              boolean isHandler = HandlerMethods.isHandler(method);
              if (!isHandler && method.isAnnotationPresent(Creates.class)) {
                mistakes.accept(HandlerMistakes.createsNothing(name));
              }
              boolean isLost =
                  Modifier.isAbstract(method.getModifiers())
                      && HandlerMethods.overriding(method, aggregate)
                          .filter(HandlerMethods::isHandler)
                          .isEmpty();
              if (isHandler && isLost) {
                mistakes.accept(
                    HandlerMistakes.notCallable(
                        name, "is abstract, and the method that implements it is not marked"));
              }
            });
  }
}
