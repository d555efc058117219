package io.orchestrix.module;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a thing when it is first needed. Thread-safe. */
public final class Once<T> implements Supplier<T> {

  private final Supplier<T> make;
  private volatile @Nullable T made;

  private Once(Supplier<T> make) {
    this.make = make;
  }

  /** Made by the first who asks. */
  public static <T> Supplier<T> of(Supplier<T> make) {
    return new Once<>(make);
  }

  @Override
  public T get() {
    T found = made;
    if (found == null) {
      synchronized (this) {
        found = made;
        if (found == null) {
          found = make.get();
          made = found;
        }
      }
    }
    return found;
  }
}
