package io.orchestrix.aggregate;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads off the commands of a class which aggregate they are for.
 *
 * @param commandType the class
 * @param accessor the method with {@link TargetId}
 * @param handle calls it on a {@link Command}; gives an object
 */
record CommandTarget(Class<? extends Command> commandType, Method accessor, MethodHandle handle) {

  /**
   * @throws InvalidAggregateException if the class does not say it
   */
  static CommandTarget of(String handler, Class<? extends Command> commandType) {
    Optional<String> flaw = TargetRules.flaw(commandType);
    if (flaw.isPresent()) {
      throw HandlerMistakes.noTarget(handler, commandType, flaw.get());
    }
    Method accessor = TargetRules.accessors(commandType).get(0);
    try {
      MethodHandle handle =
          MethodHandles.privateLookupIn(accessor.getDeclaringClass(), MethodHandles.lookup())
              .unreflect(accessor)
              .asType(MethodType.methodType(Object.class, Command.class));
      return new CommandTarget(commandType, accessor, handle);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot reach " + accessor, e);
    }
  }

  /**
   * The id of the aggregate that {@code command} is for.
   *
   * @throws InvalidTargetException if it says none
   */
  String of(Command command) {
    Object value = read(command);
    if (value == null) {
      throw new InvalidTargetException(commandType, accessor.getName());
    }
    return value.toString();
  }

  private @Nullable Object read(Command command) {
    try {
      return (Object) handle.invokeExact(command);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(accessor + " threw a checked exception.", e);
    }
  }
}
