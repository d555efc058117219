package io.orchestrix.saga;

import io.orchestrix.command.CommandBus;
import io.orchestrix.message.Command;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends nothing, and answers what the journal says. A saga sends only by {@link SagaContext#send}.
 *
 * @param answer as JSON; {@code null} if it was none, or is not known
 */
record RecordedAnswers(@Nullable Object answer) implements CommandBus {

  @Override
  public @Nullable Object send(Command command) {
    return answer;
  }

  @Override
  public CommandBus withIdempotencyKey(String key) {
    return this;
  }

  @Override
  public <R> R send(Command command, Class<R> type) {
    throw notHere();
  }

  @Override
  public CompletionStage<@Nullable Object> sendAsync(Command command) {
    throw notHere();
  }

  @Override
  public <R> CompletionStage<R> sendAsync(Command command, Class<R> type) {
    throw notHere();
  }

  @Override
  public List<@Nullable Object> sendAll(List<? extends Command> commands) {
    throw notHere();
  }

  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException("A saga sends by its context.");
  }
}
