package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.InstanceMethods;
import io.orchestrix.unitofwork.RetryPolicy;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class with {@link Saga} has to keep. */
final class SagaTypeRules {

  private SagaTypeRules() {}

  static Saga saga(Class<?> type) {
    Saga saga = type.getAnnotation(Saga.class);
    if (saga == null) {
      throw InvalidSagaException.notMarked(type);
    }
    return saga;
  }

  /** What its first methods return, or else what it says. */
  static Class<?> stateType(Class<?> type) {
    return starts(type)
        .findFirst()
        .<Class<?>>map(Method::getReturnType)
        .orElseGet(() -> saga(type).state());
  }

  private static Stream<Method> starts(Class<?> type) {
    return InstanceMethods.of(type).filter(method -> method.isAnnotationPresent(StartsOn.class));
  }

  /** The methods that take an event. */
  static Stream<Method> eventMethods(Class<?> type) {
    return InstanceMethods.of(type).filter(method -> !SagaMethod.events(method).isEmpty());
  }

  /** All methods that the framework calls. */
  static Stream<Method> methods(Class<?> type) {
    return InstanceMethods.of(type)
        .filter(
            method ->
                method.isAnnotationPresent(StartsOn.class)
                    || method.isAnnotationPresent(Step.class)
                    || method.isAnnotationPresent(Compensation.class)
                    || method.isAnnotationPresent(OnDeadline.class)
                    || !SagaMethod.events(method).isEmpty());
  }

  static List<InvalidSagaException> mistakes(Class<?> type) {
    if (!type.isAnnotationPresent(Saga.class)) {
      return List.of(InvalidSagaException.notMarked(type));
    }
    List<InvalidSagaException> mistakes = new ArrayList<>();
    Set<Class<?>> states =
        Stream.concat(
                starts(type).<Class<?>>map(Method::getReturnType),
                Stream.<Class<?>>of(saga(type).state()).filter(state -> state != void.class))
            .collect(Collectors.toSet());
    if (states.size() != 1 || states.contains(void.class)) {
      mistakes.add(InvalidSagaException.noState(type));
      return mistakes;
    }
    methods(type).forEach(method -> check(new SagaMethod(method, stateType(type)), mistakes));
    starts(type)
        .filter(
            method ->
                SagaMethod.events(method).isEmpty() || !method.isAnnotationPresent(Correlate.class))
        .forEach(method -> mistakes.add(InvalidSagaException.badStart(type, method.getName())));
    starts(type)
        .filter(SagaTypeRules::hasFurtherKey)
        .forEach(method -> mistakes.add(InvalidSagaException.foreignStart(type, method.getName())));
    checkCompensations(type, mistakes);
    checkTimes(type, mistakes);
    return mistakes;
  }

  private static boolean hasFurtherKey(Method method) {
    Correlate said = method.getAnnotation(Correlate.class);
    return said != null && !said.key().isEmpty();
  }

  private static void check(SagaMethod method, List<InvalidSagaException> mistakes) {
    if (!method.isReachable()) {
      mistakes.add(InvalidSagaException.unreachable(method.describe()));
    }
    if (method.answersLater()) {
      mistakes.add(InvalidSagaException.answersLater(method.describe()));
    }
    if (!method.returnsWhatIsOfUse()) {
      mistakes.add(
          InvalidSagaException.uselessReturn(
              method.describe(), method.method().getGenericReturnType()));
    }
    List<java.lang.reflect.Parameter> events = SagaMethod.events(method.method());
    boolean isStep =
        Stream.of(Step.class, Compensation.class, OnDeadline.class)
            .anyMatch(method.method()::isAnnotationPresent);
    boolean isWrong =
        events.size() > 1
            || (isStep && !events.isEmpty())
            || events.stream().anyMatch(event -> !Event.class.isAssignableFrom(event.getType()));
    if (isWrong) {
      mistakes.add(InvalidSagaException.badEvent(method.describe()));
    }
  }

  private static void checkCompensations(Class<?> type, List<InvalidSagaException> mistakes) {
    Set<String> there = new LinkedHashSet<>();
    InstanceMethods.of(type)
        .filter(method -> method.isAnnotationPresent(Compensation.class))
        .map(Method::getName)
        .filter(name -> !there.add(name))
        .forEach(name -> mistakes.add(InvalidSagaException.sameCompensation(type, name)));
    Set<String> named =
        InstanceMethods.of(type)
            .filter(method -> method.isAnnotationPresent(Step.class))
            .map(method -> method.getAnnotation(Step.class).compensatedBy())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    for (String name : named) {
      if (!there.contains(name)) {
        mistakes.add(InvalidSagaException.noCompensation(type, name));
      }
    }
    for (String name : there) {
      if (!named.contains(name)) {
        mistakes.add(InvalidSagaException.nobodysCompensation(type, name));
      }
    }
  }

  private static void checkTimes(Class<?> type, List<InvalidSagaException> mistakes) {
    for (Method method : methods(type).toList()) {
      try {
        Step step = method.getAnnotation(Step.class);
        OnDeadline deadline = method.getAnnotation(OnDeadline.class);
        Retried retried = method.getAnnotation(Retried.class);
        String name = saga(type).value();
        if (step != null) {
          duration(name, method.getName(), step.timeout());
        }
        if (deadline != null) {
          duration(name, method.getName(), deadline.value());
        }
        if (retried != null) {
          policy(retried);
        }
      } catch (InvalidSagaException e) {
        mistakes.add(e);
      } catch (IllegalArgumentException | DateTimeParseException e) {
        mistakes.add(InvalidSagaException.badRetry(type, method.getName(), e));
      }
    }
  }

  static RetryPolicy policy(Retried said) {
    return new RetryPolicy(
        said.backoff(),
        said.attempts(),
        Duration.parse(said.pause()),
        Duration.parse(said.longest()),
        false);
  }

  /** {@code null} for an empty text. */
  static @Nullable Duration duration(String saga, String what, String text) {
    try {
      return text.isEmpty() ? null : Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw InvalidSagaException.badTime(saga, what, text);
    }
  }
}
