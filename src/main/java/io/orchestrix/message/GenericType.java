package io.orchestrix.message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A generic type with arguments that are known only at run time. */
public final class GenericType implements ParameterizedType {

  private final Class<?> raw;
  private final @Nullable Type owner;
  private final List<Type> arguments;

  public GenericType(Class<?> raw, @Nullable Type owner, List<Type> arguments) {
    this.raw = raw;
    this.owner = owner;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public Type[] getActualTypeArguments() {
    return arguments.toArray(Type[]::new);
  }

  @Override
  public Type getRawType() {
    return raw;
  }

  @Override
  public @Nullable Type getOwnerType() {
    return owner;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterizedType type
        && raw.equals(type.getRawType())
        && Objects.equals(owner, type.getOwnerType())
        && Arrays.equals(type.getActualTypeArguments(), getActualTypeArguments());
  }

  /** As the JDK's own implementation, to which it is equal. */
  @Override
  public int hashCode() {
    return Arrays.hashCode(getActualTypeArguments())
        ^ Objects.hashCode(owner)
        ^ Objects.hashCode(raw);
  }

  @Override
  public String toString() {
    return raw.getName()
        + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
  }
}
