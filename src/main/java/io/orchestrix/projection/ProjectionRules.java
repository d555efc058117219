package io.orchestrix.projection;

import io.orchestrix.message.Event;
import io.orchestrix.message.InstanceMethods;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.subscription.Sequencing;
import io.orchestrix.subscription.Subscription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What a projection has to keep. */
final class ProjectionRules {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]{0,99}";

  private ProjectionRules() {}

  static Projection projection(Class<?> type) {
    Projection projection = type.getAnnotation(Projection.class);
    if (projection == null) {
      throw InvalidProjectionException.notMarked(type);
    }
    return projection;
  }

  static List<InvalidProjectionException> mistakes(Class<?> type) {
    Projection projection = type.getAnnotation(Projection.class);
    if (projection == null) {
      return List.of(InvalidProjectionException.notMarked(type));
    }
    List<InvalidProjectionException> mistakes = new ArrayList<>();
    if (!projection.value().matches(NAME)) {
      mistakes.add(InvalidProjectionException.badName(type, projection.value()));
    }
    if (projection.segments() < 1 || projection.segments() > Subscription.MOST_SEGMENTS) {
      mistakes.add(InvalidProjectionException.badSegments(type, projection.segments()));
    }
    try {
      sequencing(type);
    } catch (InvalidProjectionException e) {
      mistakes.add(e);
    }
    if (handlers(type).isEmpty()) {
      mistakes.add(InvalidProjectionException.noHandlers(type));
    }
    handlers(type).forEach(method -> check(method, mistakes));
    checkResets(type, mistakes);
    Stream.concat(Stream.of(type), handlers(type).stream())
        .filter(annotated -> annotated.isAnnotationPresent(OnFailure.class))
        .forEach(annotated -> FailurePolicies.check(annotated, type, mistakes));
    return mistakes;
  }

  private static void check(Method method, List<InvalidProjectionException> mistakes) {
    List<Parameter> events = events(method);
    if (events.size() > 1) {
      mistakes.add(InvalidProjectionException.severalEvents(method));
    } else if (!Event.class.isAssignableFrom(events.get(0).getType())) {
      mistakes.add(InvalidProjectionException.notAnEvent(method));
    }
    if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      mistakes.add(InvalidProjectionException.unreachable(method));
    }
    if (answersLater(method)) {
      mistakes.add(InvalidProjectionException.answersLater(method));
    }
  }

  private static void checkResets(Class<?> type, List<InvalidProjectionException> mistakes) {
    List<Method> resets = resets(type);
    if (resets.size() > 1) {
      mistakes.add(InvalidProjectionException.severalResets(type));
    }
    for (Method reset : resets) {
      if (Modifier.isPrivate(reset.getModifiers()) || Modifier.isStatic(reset.getModifiers())) {
        mistakes.add(InvalidProjectionException.unreachable(reset));
      }
      if (!events(reset).isEmpty()) {
        mistakes.add(InvalidProjectionException.resetTakesEvent(reset));
      }
    }
  }

  private static boolean answersLater(Method method) {
    Class<?> answer = method.getReturnType();
    return CompletionStage.class.isAssignableFrom(answer) || Future.class.isAssignableFrom(answer);
  }

  /** Those that are called: of the class and its superclasses, unless they are overridden. */
  static List<Method> handlers(Class<?> type) {
    return InstanceMethods.of(type).filter(method -> !events(method).isEmpty()).toList();
  }

  static List<Method> resets(Class<?> type) {
    return InstanceMethods.of(type)
        .filter(method -> method.isAnnotationPresent(OnReset.class))
        .toList();
  }

  private static List<Parameter> events(Method method) {
    return Stream.of(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(HandlesEvent.class))
        .toList();
  }

  static Sequencing sequencing(Class<?> type) {
    Class<? extends Sequencing> sequencing = projection(type).sequencing();
    try {
      var constructor = sequencing.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw InvalidProjectionException.badSequencing(type, sequencing, e);
    } catch (ReflectiveOperationException e) {
      throw InvalidProjectionException.badSequencing(type, sequencing, e);
    }
  }
}
