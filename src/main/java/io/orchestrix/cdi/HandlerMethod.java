package io.orchestrix.cdi;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of a bean that handles a command.
 *
 * @param ofSessionBean whether the bean is an EJB, which offers public methods only
 */
record HandlerMethod(Bean<?> bean, AnnotatedMethod<?> method, boolean ofSessionBean) {

  /** Whether a method claims to be one. */
  static boolean isHandler(AnnotatedMethod<?> method) {
    return !method.getJavaMember().isBridge() // javac copies annotations to bridges
        && !commandsOf(method).isEmpty();
  }

  /** The parameters that take a command; a sound handler has one. */
  List<? extends AnnotatedParameter<?>> commands() {
    return commandsOf(method);
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

  /** The class of the command; call it only of a sound handler. */
  Class<? extends Command> commandType() {
    return ((Class<?>) commands().get(0).getBaseType()).asSubclass(Command.class);
  }

  /** The parameters that are injected, unlike the command and what the delivery brings. */
  Stream<AnnotatedParameter<?>> injectedParameters() {
    return method.getParameters().stream()
        .<AnnotatedParameter<?>>map(parameter -> parameter)
        .filter(parameter -> !isDelivered(parameter));
  }

  /** Whether the delivery brings the value of {@code parameter}. */
  static boolean isDelivered(AnnotatedParameter<?> parameter) {
    return parameter.isAnnotationPresent(HandlesCommand.class)
        || parameter.getBaseType() == CommandMessage.class
        || parameter.getBaseType() == Metadata.class;
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

  private static List<? extends AnnotatedParameter<?>> commandsOf(AnnotatedMethod<?> method) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.isAnnotationPresent(HandlesCommand.class))
        .toList();
  }
}
