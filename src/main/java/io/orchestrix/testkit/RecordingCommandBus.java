package io.orchestrix.testkit;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.IdempotencyKey;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.message.Command;
import java.lang.invoke.MethodType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
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

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** What is to be sent at a time. */
  public record Scheduled(Command command, Instant at) {}

  private record Sent(Command command, @Nullable String key) {}

  private final List<Sent> sent;
  private final Map<Class<?>, Function<Command, @Nullable Object>> answers;
  private final ScheduledCommands scheduled;
  private final @Nullable String key;

  /** A bus that answers everything with {@code null}; it is always 2026-01-01T00:00:00Z. */
  public RecordingCommandBus() {
    this(Clock.fixed(START, ZoneOffset.UTC));
  }

  /** A bus that answers everything with {@code null} and tells the time by {@code clock}. */
  public RecordingCommandBus(Clock clock) {
    this(
        new CopyOnWriteArrayList<>(),
        new ConcurrentHashMap<>(),
        new ScheduledCommands(clock),
        null);
  }

  private RecordingCommandBus(
      List<Sent> sent,
      Map<Class<?>, Function<Command, @Nullable Object>> answers,
      ScheduledCommands scheduled,
      @Nullable String key) {
    this.sent = sent;
    this.answers = answers;
    this.scheduled = scheduled;
    this.key = key;
  }

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
    return sent.stream().map(Sent::command).toList();
  }

  /** What was sent of one class, oldest first. */
  public <C extends Command> List<C> sent(Class<C> type) {
    return sent().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** What was sent under an idempotency key, oldest first; repetitions are there as well. */
  public List<Command> sentUnder(String idempotencyKey) {
    return sent.stream()
        .filter(each -> idempotencyKey.equals(each.key()))
        .map(Sent::command)
        .toList();
  }

  /** What was scheduled and neither replaced nor cancelled, in that order; it is never sent. */
  public List<Scheduled> scheduled() {
    return scheduled.all();
  }

  @Override
  public ScheduledCommand schedule(Command command, Instant at) {
    return scheduled.put(command, at, key);
  }

  @Override
  public ScheduledCommand schedule(Command command, Duration in) {
    return schedule(command, scheduled.in(in));
  }

  @Override
  public boolean cancel(String scheduledKey) {
    return scheduled.remove(scheduledKey);
  }

  @Override
  public @Nullable Object send(Command command) {
    sent.add(new Sent(command, key));
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

  /** Answers before it returns. */
  @Override
  public CompletionStage<@Nullable Object> sendAsync(Command command) {
    return now(() -> send(command));
  }

  /** Answers before it returns. */
  @Override
  public <R> CompletionStage<R> sendAsync(Command command, Class<R> type) {
    return now(() -> send(command, type));
  }

  private static <R> CompletionStage<R> now(Supplier<R> answer) {
    try {
      return CompletableFuture.completedStage(answer.get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  @Override
  public List<@Nullable Object> sendAll(List<? extends Command> commands) {
    List<@Nullable Object> all = new ArrayList<>();
    commands.forEach(command -> all.add(send(command)));
    return all;
  }

  /** Records the key, see {@link #sentUnder}; a repetition is sent as everything else. */
  @Override
  public RecordingCommandBus withIdempotencyKey(String idempotencyKey) {
    return new RecordingCommandBus(
        sent, answers, scheduled, new IdempotencyKey(idempotencyKey).value());
  }
}
