package io.orchestrix.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;

/** What discovery found to handle a class of messages. */
interface Handling {

  /** The class of the messages. */
  Class<?> message();

  /** Whose method it is. */
  Class<?> owner();

  /** What it declares to answer. */
  Type answer();

  /** The projections that the answer is read from. */
  default Set<String> reads() {
    return Set.of();
  }

  /** {@code com.acme.Accounts.open(OpenAccount)}, for people. */
  String describe();

  /** What calls it. */
  Invoker invoker(BeanManager beans);

  /** What keeps the container from calling it. */
  Stream<Mistake> mistakes(BeanManager beans);
}
