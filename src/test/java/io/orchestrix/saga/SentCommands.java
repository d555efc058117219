package io.orchestrix.saga;

import io.orchestrix.message.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bus that answers as a test says, and remembers what it was sent, also what it refused. */
final class SentCommands implements SagaCommands {

  private final Map<Class<?>, Function<Command, @Nullable Object>> answers = new HashMap<>();
  final List<Command> sent = new ArrayList<>();
  final List<String> keys = new ArrayList<>();

  <C extends Command> void on(Class<C> type, Function<? super C, @Nullable Object> answer) {
    answers.put(type, command -> answer.apply(type.cast(command)));
  }

  @Override
  public @Nullable Object send(Command command, String key) {
    sent.add(command);
    keys.add(key);
    return answers.getOrDefault(command.getClass(), any -> null).apply(command);
  }
}
