package io.orchestrix.testkit;

import io.orchestrix.command.CommandBus;
import io.orchestrix.message.Command;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is sent, to test those who send; no handler is called. Thread-safe.
 *
 * <pre>{@code
 * RecordingCommandBus bus =
 *     new RecordingCommandBus().answering(DepositMoney.class, command -> new Balance("10.00"));
 * new Payday(bus).pay("ACC-1");
 * assertEquals(List.of(new DepositMoney("ACC-1", amount)), bus.sent());
 * }</pre>
 */
public final class RecordingCommandBus implements CommandBus {

  private final List<Command> sent = new CopyOnWriteArrayList<>();
  private final Map<Class<?>, Function<Command, @Nullable Object>> answers =
      new ConcurrentHashMap<>();

  /**
   * Answers commands of a class from now on with what {@code answer} gives, or throws what it
   * throws. Others are answered with {@code null}.
   */
  public <C extends Command> RecordingCommandBus answering(
      Class<C> type, Function<? super C, ? extends @Nullable Object> answer) {
    answers.put(type, command -> answer.apply(type.cast(command)));
    return this;
  }

  /** What was sent, oldest first, also what was answered by an exception. */
  public List<Command> sent() {
    return List.copyOf(sent);
  }

  /** What was sent of one class, oldest first. */
  public <C extends Command> List<C> sent(Class<C> type) {
    return sent.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public @Nullable Object send(Command command) {
    sent.add(command);
    Function<Command, @Nullable Object> answer = answers.get(command.getClass());
    return answer == null ? null : answer.apply(command);
  }

  /**
   * As {@link CommandBus#send(Command, Class)}.
   *
   * @throws AssertionError if it was not told to answer so
   */
  @Override
  @SuppressWarnings("unchecked") // it was compared
  public <R> R send(Command command, Class<R> type) {
    Object answer = send(command);
    if (!MethodType.methodType(type).wrap().returnType().isInstance(answer)) {
      String name = command.getClass().getSimpleName();
      throw new AssertionError(
          "%s is sent for a %s, but the answer is %s. Tell this bus: answering(%s.class, command -> ...)."
              .formatted(name, type.getName(), Shown.withType(answer), name));
    }
    return (R) answer;
  }
}
