package io.orchestrix.it.guest.side;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandInterceptor;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.CommandOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what passes. */
@ApplicationScoped
@Priority(CommandOrder.VALIDATION - 10)
public class Doorman implements CommandInterceptor {
  private final AtomicInteger passed = new AtomicInteger();

  @Override
  public @Nullable Object intercept(CommandMessage message, CommandHandler next) throws Exception {
    passed.incrementAndGet();
    return next.handle(message);
  }

  public int passed() {
    return passed.get();
  }
}
