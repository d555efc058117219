package io.orchestrix.cdi;

import io.orchestrix.query.QueryHandlerRules;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What a handler method has to keep. */
final class HandlerRules {

  /** What makes a method something that the container calls by itself. */
  private static final List<Class<? extends Annotation>> OTHER_ROLES =
      List.of(Observes.class, ObservesAsync.class, Disposes.class, Produces.class, Inject.class);

  /** By name, as neither API is needed for anything else here. */
  private static final Set<String> TRANSACTIONAL =
      Set.of(
          "jakarta.transaction.Transactional",
          "jakarta.ejb.TransactionAttribute",
          "jakarta.ejb.TransactionManagement");

  private static final Set<String> OUTSIDE =
      Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER", "BEAN");

  private HandlerRules() {}

  /** What keeps {@code handler} from being one; empty if nothing does. */
  static Optional<Mistake> check(HandlerMethod handler) {
    Method method = handler.method().getJavaMember();
    if (handler.messages().size() > 1) {
      return Optional.of(Mistake.severalMessages(handler));
    }
    if (Modifier.isPrivate(method.getModifiers())
        || Modifier.isStatic(method.getModifiers())
        || isHidden(handler)) {
      return Optional.of(Mistake.unreachableHandler(handler));
    }
    if (handler.ofSessionBean() && !Modifier.isPublic(method.getModifiers())) {
      return Optional.of(Mistake.notPublic(handler));
    }
    Type message = handler.messages().get(0).getBaseType();
    if (!isConcrete(message, handler.kind().supertype())) {
      return Optional.of(Mistake.notAMessage(handler, message));
    }
    return otherRole(handler.method())
        .map(role -> Mistake.otherRole(handler, role))
        .or(() -> later(handler).map(reason -> Mistake.answersLater(handler, reason)))
        .or(() -> ofKind(handler));
  }

  private static Optional<Mistake> ofKind(HandlerMethod handler) {
    return switch (handler.kind()) {
      case COMMAND, DEADLINE ->
          ownTransaction(handler).map(rule -> Mistake.ownTransaction(handler, rule));
      case QUERY ->
          QueryHandlerRules.check(
                  handler.messageType(),
                  handler.method().getJavaMember().getGenericReturnType(),
                  handler.reads(),
                  handler.describe())
              .map(Mistake::of);
    };
  }

  /** Whether the class of the bean is none of its types, so that no reference has the method. */
  private static boolean isHidden(HandlerMethod handler) {
    return handler.bean().getTypes().stream()
        .map(type -> type instanceof ParameterizedType generic ? generic.getRawType() : type)
        .noneMatch(handler.bean().getBeanClass()::equals);
  }

  private static boolean isConcrete(Type type, Class<?> supertype) {
    return type instanceof Class<?> c
        && supertype.isAssignableFrom(c)
        && !Modifier.isAbstract(c.getModifiers());
  }

  private static Optional<String> otherRole(AnnotatedMethod<?> method) {
    return Stream.concat(Stream.of(method), method.getParameters().stream())
        .flatMap(annotated -> OTHER_ROLES.stream().filter(annotated::isAnnotationPresent))
        .findFirst()
        .map(role -> "@" + role.getSimpleName());
  }

  /** What lets the work go on after the method has returned, outside of its transaction. */
  private static Optional<String> later(HandlerMethod handler) {
    Class<?> answer = handler.method().getJavaMember().getReturnType();
    if (CompletionStage.class.isAssignableFrom(answer) || Future.class.isAssignableFrom(answer)) {
      return Optional.of("returns a " + answer.getSimpleName());
    }
    return Stream.<Annotated>of(handler.method(), handler.method().getDeclaringType())
        .flatMap(annotated -> annotated.getAnnotations().stream())
        .map(annotation -> annotation.annotationType().getSimpleName())
        .filter("Asynchronous"::equals) // of EJB, of Concurrency, of MicroProfile
        .findFirst()
        .map(name -> "is @" + name);
  }

  /** What takes the work out of the transaction of its command; that of the method counts first. */
  private static Optional<String> ownTransaction(HandlerMethod handler) {
    List<String> own = transactionRules(handler.method());
    List<String> rules =
        own.isEmpty() ? transactionRules(handler.method().getDeclaringType()) : own;
    return rules.stream().filter(rule -> OUTSIDE.stream().anyMatch(rule::endsWith)).findFirst();
  }

  private static List<String> transactionRules(Annotated annotated) {
    return annotated.getAnnotations().stream()
        .filter(found -> TRANSACTIONAL.contains(found.annotationType().getName()))
        .map(found -> "@" + found.annotationType().getSimpleName() + " " + value(found))
        .toList();
  }

  private static Object value(Annotation annotation) {
    try {
      return annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("It has a value: " + annotation, e);
    }
  }
}
