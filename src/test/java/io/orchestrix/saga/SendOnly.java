package io.orchestrix.saga;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.message.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A bus of which a saga needs no more. */
interface SendOnly extends CommandBus {

  @Override
  default <R> R send(Command command, Class<R> answer) {
    throw new UnsupportedOperationException();
  }

  @Override
  default CompletionStage<@Nullable Object> sendAsync(Command command) {
    throw new UnsupportedOperationException();
  }

  @Override
  default <R> CompletionStage<R> sendAsync(Command command, Class<R> answer) {
    throw new UnsupportedOperationException();
  }

  @Override
  default List<@Nullable Object> sendAll(List<? extends Command> commands) {
    throw new UnsupportedOperationException();
  }

  @Override
  default ScheduledCommand schedule(Command command, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  default ScheduledCommand schedule(Command command, Duration in) {
    throw new UnsupportedOperationException();
  }

  @Override
  default boolean cancel(String key) {
    throw new UnsupportedOperationException();
  }
}
