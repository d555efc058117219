package io.orchestrix.testkit;

import io.orchestrix.message.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the commands of a saga as a test says. Used by one thread. */
final class SagaAnswers {

  private final RecordingCommandBus bus = new RecordingCommandBus();
  private final Map<Class<?>, Answer> byType = new HashMap<>();
  private int seen;

  private static final class Answer {
    private Function<Command, ? extends @Nullable Object> answer = command -> null;
    private @Nullable RuntimeException failure;
    private int failures;

    @Nullable Object to(Command command) {
      if (failure != null && failures > 0) {
        failures--;
        throw failure;
      }
      return answer.apply(command);
    }
  }

  RecordingCommandBus bus() {
    return bus;
  }

  <C extends Command> void answer(
      Class<C> type, Function<? super C, ? extends @Nullable Object> answer) {
    to(type).answer = command -> answer.apply(type.cast(command));
  }

  void fail(Class<? extends Command> type, RuntimeException failure, int times) {
    Answer answer = to(type);
    answer.failure = failure;
    answer.failures = times;
  }

  private Answer to(Class<? extends Command> type) {
    return byType.computeIfAbsent(
        type,
        added -> {
          Answer answer = new Answer();
          bus.answering(type, answer::to);
          return answer;
        });
  }

  /** What was sent until now is of no interest any more. */
  void forget() {
    seen = bus.sent().size();
  }

  List<Command> sent() {
    List<Command> all = bus.sent();
    return all.subList(seen, all.size());
  }
}
