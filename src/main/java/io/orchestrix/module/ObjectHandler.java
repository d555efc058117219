package io.orchestrix.module;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.ParameterValues;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of an object that handle commands, where no container calls them. */
final class ObjectHandlers {

  record Found(
      Class<? extends Command> command, CommandHandler handler, Type answer, String description) {}

  private ObjectHandlers() {}

  /**
   * @throws InvalidRegistrationException if there is none, or one that cannot be called
   */
  static List<Found> of(Object owner, ModuleServices services) {
    List<Found> found = new ArrayList<>();
    Set<String> overriding = new HashSet<>();
    for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
      Stream.of(type.getDeclaredMethods())
          .filter(method -> !method.isBridge() && overriding.add(signature(method)))
          .filter(ObjectHandlers::isHandler)
          .map(method -> found(owner, method, services))
          .forEach(found::add);
    }
    if (found.isEmpty()) {
      throw InvalidRegistrationException.noHandlers(owner.getClass());
    }
    return found;
  }

  private static String signature(Method method) {
    return method.getName() + List.of(method.getParameterTypes());
  }

  private static boolean isHandler(Method method) {
    return Stream.of(method.getParameters()).anyMatch(ObjectHandlers::isCommand);
  }

  private static boolean isCommand(Parameter parameter) {
    return parameter.isAnnotationPresent(HandlesCommand.class);
  }

  private static Found found(Object owner, Method method, ModuleServices services) {
    List<Parameter> commands =
        Stream.of(method.getParameters()).filter(ObjectHandlers::isCommand).toList();
    Class<?> command = commands.get(0).getType();
    if (commands.size() > 1
        || !Command.class.isAssignableFrom(command)
        || Modifier.isAbstract(command.getModifiers())
        || Modifier.isStatic(method.getModifiers())
        || CompletionStage.class.isAssignableFrom(method.getReturnType())
        || Future.class.isAssignableFrom(method.getReturnType())) {
      throw InvalidRegistrationException.badHandler(method);
    }
    method.setAccessible(true);
    return new Found(
        command.asSubclass(Command.class),
        message -> call(owner, method, message, services),
        method.getGenericReturnType(),
        "%s.%s(%s)"
            .formatted(owner.getClass().getName(), method.getName(), command.getSimpleName()));
  }

  private static @Nullable Object call(
      Object owner, Method method, CommandMessage message, ModuleServices services)
      throws Exception {
    try (ParameterValues.Call values = services.values().open()) {
      Object[] arguments =
          Stream.of(method.getParameters())
              .map(parameter -> value(parameter, message, values))
              .toArray();
      return method.invoke(owner, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }

  private static Object value(
      Parameter parameter, CommandMessage message, ParameterValues.Call values) {
    if (isCommand(parameter)) {
      return message.payload();
    }
    if (parameter.getType() == CommandMessage.class) {
      return message;
    }
    return parameter.getType() == Metadata.class ? message.metadata() : values.get(parameter);
  }
}
