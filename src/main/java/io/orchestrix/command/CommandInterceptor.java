package io.orchestrix.command;

import org.jspecify.annotations.Nullable;

/**
 * Stands in the way of every command and passes it on. A bean of this type takes part; its
 * {@code @Priority} says where among the others, see {@link CommandOrder}. Thread-safe.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @Priority(CommandOrder.VALIDATION - 10)
 * class Quota implements CommandInterceptor {
 *   public Object intercept(CommandMessage message, CommandHandler next) throws Exception {
 *     ...
 *     return next.handle(message);
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface CommandInterceptor {

  /**
   * Handles a command by passing it on to {@code next}, or refuses it with an exception.
   *
   * @return the answer of {@code next}, or another one
   * @throws Exception why it was not done; inside the transaction it rolls everything back
   */
  @Nullable Object intercept(CommandMessage message, CommandHandler next) throws Exception;
}
