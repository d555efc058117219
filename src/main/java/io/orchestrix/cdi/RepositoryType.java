package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateRepository;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The type {@code AggregateRepository<T>} of an aggregate that is known only at run time. */
final class RepositoryType implements ParameterizedType {

  private final Type aggregate;

  RepositoryType(Type aggregate) {
    this.aggregate = aggregate;
  }

  @Override
  public Type[] getActualTypeArguments() {
    return new Type[] {aggregate};
  }

  @Override
  public Type getRawType() {
    return AggregateRepository.class;
  }

  @Override
  public @Nullable Type getOwnerType() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterizedType type
        && type.getRawType() == AggregateRepository.class
        && Arrays.equals(type.getActualTypeArguments(), getActualTypeArguments());
  }

  /** As the JDK's own implementation, to which it is equal. */
  @Override
  public int hashCode() {
    return Arrays.hashCode(getActualTypeArguments()) ^ AggregateRepository.class.hashCode();
  }

  @Override
  public String getTypeName() {
    return AggregateRepository.class.getName() + "<" + aggregate.getTypeName() + ">";
  }
}
