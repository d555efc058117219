package io.orchestrix.saga;

import io.orchestrix.message.Command;
import io.orchestrix.message.Fingerprint;
import io.orchestrix.saga.Effects.SentCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of a method of a saga, and what it brings about. Used by one thread. */
final class SagaCall implements SagaContext {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 200;

  private final SagaDefinition<?> definition;
  private final SagaProgress progress;
  private final WorkId work;
  private final Instant now;
  private final SagaCommands commands;
  private final JsonTrees trees;
  private final List<SentCommand> sent = new ArrayList<>();
  private final Map<String, Instant> scheduled = new LinkedHashMap<>();
  private final Set<String> cancelled = new LinkedHashSet<>();
  private final List<CorrelationKey> keys = new ArrayList<>();
  private @Nullable Object state;
  private boolean isCompleted;
  private @Nullable String compensate;

  SagaCall(
      SagaDefinition<?> definition,
      SagaProgress progress,
      WorkId work,
      Instant now,
      SagaCommands commands,
      JsonTrees trees) {
    this.definition = definition;
    this.progress = progress;
    this.work = work;
    this.now = now;
    this.commands = commands;
    this.trees = trees;
  }

  @Override
  public String saga() {
    return progress.saga;
  }

  @Override
  public String key() {
    return progress.key;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public int attempt() {
    FailedWork failed = progress.failed.get(work);
    return failed == null ? 1 : failed.attempts() + 1;
  }

  @Override
  public String idempotencyKey() {
    return new Fingerprint()
        .add(progress.saga)
        .add(progress.key)
        .add(work.kind().name())
        .add(work.name())
        .add(occurrence())
        .toString();
  }

  /** A deadline may come again under the same name, and a step may be done again by hand. */
  private String occurrence() {
    Map<String, Integer> before =
        switch (work.kind()) {
          case DEADLINE -> progress.fired;
          case STEP -> progress.inVain;
          case EVENT, COMPENSATION, END -> Map.of();
        };
    return String.valueOf(before.getOrDefault(work.name(), 0));
  }

  @Override
  public <R> @Nullable R result(String step, Class<R> type) {
    StepProgress found = progress.steps.get(step);
    Object result = found == null ? null : found.result();
    return result == null ? null : trees.value(result, type);
  }

  @Override
  public @Nullable Object send(Command command) {
    String key = idempotencyKey() + "-" + (sent.size() + 1);
    sent.add(new SentCommand(command.getClass().getSimpleName(), trees.tree(command)));
    return commands.send(command, key);
  }

  /**
   * Takes what a step has returned: sends it, and makes it the new state, if it is that.
   *
   * @return the result of the step
   */
  @Nullable Object result(@Nullable Object returned) {
    return take(Returned.of(definition, work, returned));
  }

  /** Takes what a method has returned that has no result. */
  void take(@Nullable Object returned) {
    Returned parts = Returned.of(definition, work, returned);
    if (parts.value() != null && !parts.isState()) {
      throw SagaException.wrongReturn(progress.saga, work, definition.stateType(), parts.value());
    }
    Object unused = take(parts);
  }

  private @Nullable Object take(Returned parts) {
    Object answer = parts.value();
    if (answer != null && parts.isState()) {
      state(answer);
    }
    for (Command command : parts.commands()) {
      answer = send(command);
    }
    return answer;
  }

  @Override
  public void state(Object changed) {
    state = trees.tree(changed);
  }

  @Override
  public void schedule(String deadline, Duration in) {
    schedule(deadline, now.plus(in));
  }

  @Override
  public void schedule(String deadline, Instant at) {
    if (!definition.deadlines().containsKey(deadline)) {
      throw SagaException.noDeadline(progress.saga, deadline);
    }
    cancelled.remove(deadline);
    scheduled.put(deadline, at);
  }

  @Override
  public void cancel(String deadline) {
    scheduled.remove(deadline);
    cancelled.add(deadline);
  }

  @Override
  public void correlate(String name, String value) {
    if (isBad(name, LONGEST_NAME) || isBad(value, LONGEST_VALUE)) {
      throw SagaException.badKey(progress.saga, name.length(), value.length());
    }
    keys.add(new CorrelationKey(name, value));
  }

  private static boolean isBad(String text, int longest) {
    return text.isEmpty() || text.length() > longest;
  }

  @Override
  public void complete() {
    isCompleted = true;
  }

  @Override
  public boolean compensate(String reason) {
    if (progress.isBehindPivot(definition, own())) {
      return false;
    }
    compensate = reason;
    return true;
  }

  /** The step whose method this is, if it is one, and is done for the first time. */
  private @Nullable String own() {
    boolean isFirst = work.kind() == WorkId.Kind.STEP && !progress.wasGivenUp(work.name());
    return isFirst ? work.name() : null;
  }

  boolean hasSent() {
    return !sent.isEmpty();
  }

  Effects effects() {
    return new Effects(
        state, sent, scheduled, List.copyOf(cancelled), keys, isCompleted, compensate);
  }
}
