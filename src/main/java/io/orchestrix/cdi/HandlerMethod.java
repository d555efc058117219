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
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A method of a bean that handles a command. */
record HandlerMethod(Bean<?> bean, AnnotatedMethod<?> method) {

  /** Whether a method claims to be one. */
  static boolean isHandler(AnnotatedMethod<?> method) {
    return !method.getJavaMember().isBridge() // javac copies annotations to bridges
        && commandParameters(method).findAny().isPresent();
  }

  /** What keeps it from being one; empty if nothing does. */
  Stream<Mistake> mistakes() {
    int modifiers = method.getJavaMember().getModifiers();
    List<? extends AnnotatedParameter<?>> parameters = commandParameters(method).toList();
    if (parameters.size() > 1) {
      return Stream.of(Mistake.severalCommands(this));
    }
    if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers) || isHidden()) {
      return Stream.of(Mistake.unreachableHandler(this));
    }
    Type type = parameters.get(0).getBaseType();
    boolean concrete =
        type instanceof Class<?> c
            && Command.class.isAssignableFrom(c)
            && !Modifier.isAbstract(c.getModifiers());
    return concrete ? Stream.empty() : Stream.of(Mistake.notACommand(this, type));
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

  /** Whether the class of the bean is none of its types, so that no reference has the method. */
  private boolean isHidden() {
    return bean.getTypes().stream()
        .map(type -> type instanceof ParameterizedType generic ? generic.getRawType() : type)
        .noneMatch(bean.getBeanClass()::equals);
  }

  /** The class of the command; call it only without {@link #mistakes()}. */
  Class<? extends Command> commandType() {
    AnnotatedParameter<?> parameter = commandParameters(method).findFirst().orElseThrow();
    return ((Class<?>) parameter.getBaseType()).asSubclass(Command.class);
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
    return "%s.%s(%s)"
        .formatted(
            bean.getBeanClass().getName(),
            method.getJavaMember().getName(),
            Stream.of(method.getJavaMember().getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }

  private static Stream<? extends AnnotatedParameter<?>> commandParameters(
      AnnotatedMethod<?> method) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.isAnnotationPresent(HandlesCommand.class));
  }
}
