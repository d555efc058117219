package io.orchestrix.command;

import io.orchestrix.command.IdempotencyStore.Execution;
import io.orchestrix.command.IdempotencyStore.Owned;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.message.Fingerprint;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes a command with an idempotency key once. Its answer is kept in the transaction of its
 * events, and a repetition gets it again. A command that fails leaves nothing, and its key is free.
 */
final class IdempotentCommandHandler implements CommandHandler {

  private final IdempotencyStore store;
  private final AnswerCodec codec;
  private final Map<Class<? extends Command>, Route> routes;
  private final Caller caller;
  private final Clock clock;
  private final Duration kept;
  private final CommandHandler next;

  IdempotentCommandHandler(
      CommandServices services,
      Map<Class<? extends Command>, Route> routes,
      Duration kept,
      CommandHandler next) {
    this.store = services.executions();
    this.codec = services.answers();
    this.routes = Map.copyOf(routes);
    this.caller = services.caller();
    this.clock = services.clock();
    this.kept = kept;
    this.next = next;
  }

  /**
   * What became of a command.
   *
   * @param isRepeated whether the answer was given before
   */
  record Executed(@Nullable Object answer, boolean isRepeated) {}

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    return execute(message).answer();
  }

  /**
   * Executes it, unless that was done before.
   *
   * @throws IdempotencyException if the key was used for another command, or the answer cannot be
   *     kept
   * @throws KeyInUseException if it is being executed right now
   */
  Executed execute(CommandMessage message) throws Exception {
    Route route = routes.get(message.payload().getClass());
    if (message.key() == null || route == null) {
      return new Executed(next.handle(message), false);
    }
    Owned key = new Owned(caller.name(), message.key());
    String fingerprint = fingerprint(message);
    Instant now = clock.instant();
    Optional<Execution> earlier = store.take(key, fingerprint, now, now.plus(kept));
    if (earlier.isPresent()) {
      return new Executed(repeated(earlier.get(), fingerprint, message, route.answer()), true);
    }
    Object answer = next.handle(message);
    store.answered(key, encode(answer, message, route.answer()));
    return new Executed(answer, false);
  }

  private @Nullable Object repeated(
      Execution earlier, String fingerprint, CommandMessage message, Type declared) {
    String type = message.metadata().type();
    IdempotencyKey key = Objects.requireNonNull(message.key());
    if (!earlier.fingerprint().equals(fingerprint)) {
      throw IdempotencyException.otherCommand(key, type);
    }
    if (earlier.answer() == null) {
      throw IdempotencyException.usedOutside(key, type);
    }
    return codec.decode(earlier.answer(), declared);
  }

  /** Reads it as well, so that who repeats the command is not the first to find out. */
  private String encode(@Nullable Object answer, CommandMessage message, Type declared) {
    try {
      String json = codec.encode(answer);
      Object read = codec.decode(json, declared);
      if (answer != null && !isSame(answer, read, json)) {
        throw new IllegalStateException(
            "a %s would be read as another value, a %s"
                .formatted(
                    answer.getClass().getName(),
                    read == null ? "null" : read.getClass().getName()));
      }
      return json;
    } catch (RuntimeException e) {
      throw IdempotencyException.unkeepable(message, String.valueOf(e.getMessage()), e);
    }
  }

  private boolean isSame(Object answer, @Nullable Object read, String json) {
    return answer.equals(read)
        || (read != null
            && read.getClass() == answer.getClass() // which may have no equals
            && codec.encode(read).equals(json));
  }

  private String fingerprint(CommandMessage message) {
    String type = message.metadata().type();
    try {
      String values = codec.canonical(message.payload());
      return new Fingerprint().add(type).add(values).toString();
    } catch (RuntimeException e) {
      throw IdempotencyException.indistinct(type, e);
    }
  }
}
