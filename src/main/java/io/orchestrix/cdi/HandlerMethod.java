package io.orchestrix.cdi;

import io.orchestrix.query.HandlesQuery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of a bean that handles a command, a query or a deadline.
 *
 * @param ofSessionBean whether the bean is an EJB, which offers public methods only
 */
record HandlerMethod(Bean<?> bean, AnnotatedMethod<?> method, boolean ofSessionBean) {

  /** Whether a method claims to be one. */
  static boolean isHandler(AnnotatedMethod<?> method) {
    return !method.getJavaMember().isBridge() // javac copies annotations to bridges
        && HandlerKind.of(method).isPresent();
  }

  /** What it handles. */
  HandlerKind kind() {
    return HandlerKind.of(method).orElseThrow();
  }

  /** The parameters that take what is handled; a sound handler has one. */
  List<? extends AnnotatedParameter<?>> messages() {
    return method.getParameters().stream().filter(HandlerKind::isHandled).toList();
  }

  /** Whether a subclass overrides it; as with observers, only the method that is called counts. */
  boolean isOverridden() {
    Method own = method.getJavaMember();
    Class<?> type = bean.getBeanClass();
    while (type != null && type != own.getDeclaringClass()) {
      if (Stream.of(type.getDeclaredMethods()).anyMatch(other -> overrides(other, own))) {
        return true;
      }
      type = type.getSuperclass();
    }
    return false;
  }

  private static boolean overrides(Method method, Method inherited) {
    return !Modifier.isPrivate(inherited.getModifiers())
        && !Modifier.isStatic(inherited.getModifiers())
        && method.getName().equals(inherited.getName())
        && Arrays.equals(method.getParameterTypes(), inherited.getParameterTypes());
  }

  /** The class of what is handled; call it only of a sound handler. */
  Class<?> messageType() {
    return (Class<?>) messages().get(0).getBaseType();
  }

  /** The projections that a handler of queries names. */
  Set<String> reads() {
    return messages().stream()
        .map(message -> message.getAnnotation(HandlesQuery.class))
        .filter(Objects::nonNull)
        .flatMap(query -> Stream.of(query.reads()))
        .collect(Collectors.toSet());
  }

  /** The parameters that are injected, unlike what the delivery brings. */
  Stream<AnnotatedParameter<?>> injectedParameters() {
    return method.getParameters().stream()
        .<AnnotatedParameter<?>>map(parameter -> parameter)
        .filter(parameter -> kind().delivered(parameter).isEmpty());
  }

  /** {@code com.acme.Accounts.open(OpenAccount)}, for people. */
  String describe() {
    return describe(bean.getBeanClass(), method);
  }

  static String describe(Class<?> owner, AnnotatedMethod<?> method) {
    return "%s.%s(%s)"
        .formatted(
            owner.getName(),
            method.getJavaMember().getName(),
            Stream.of(method.getJavaMember().getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }
}
