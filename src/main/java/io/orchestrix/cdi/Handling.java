package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.message.Command;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.stream.Stream;

/** What discovery found to handle a class of commands. */
interface Handling {

  /** The class of the commands. */
  Class<? extends Command> command();

  /** Whose method it is. */
  Class<?> owner();

  /** What it declares to answer. */
  Type answer();

  /** {@code com.acme.Accounts.open(OpenAccount)}, for people. */
  String describe();

  /** What calls it. */
  CommandHandler invoker(BeanManager beans);

  /** What keeps the container from calling it. */
  Stream<Mistake> mistakes(BeanManager beans);
}
