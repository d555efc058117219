package io.orchestrix.monitor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a {@link Monitor} sees begin and end: one record for each kind of work. */
public sealed interface Activity {

  /**
   * The W3C trace context of the message whose consequence it is, the first one if there are
   * several; {@code null} outside a trace.
   */
  @Nullable String traceparent();

  /**
   * A command is on its way, from sending to the answer, over all attempts.
   *
   * @param commandType the logical type name
   * @param id of the command
   * @param correlationId of its conversation
   */
  record CommandSending(
      String commandType, UUID id, UUID correlationId, @Nullable String traceparent)
      implements Activity {}

  /**
   * A command is with its handler.
   *
   * @param commandType the logical type name
   * @param id of the command
   * @param correlationId of its conversation
   * @param attempt which one it is, from 1
   */
  record CommandHandling(
      String commandType, UUID id, UUID correlationId, int attempt, @Nullable String traceparent)
      implements Activity {}

  /**
   * Events of an aggregate are made and appended, without the commit.
   *
   * @param category the kind of stream
   * @param events how many
   */
  record EventAppending(String category, int events, @Nullable String traceparent)
      implements Activity {}

  /**
   * A subscription handles events, in a transaction of its own; or it tries a dead letter again,
   * and then this is without the commit.
   *
   * @param subscription its name
   * @param events how many there are; it may take fewer, when time is short
   * @param traceparents the trace contexts of the first {@value #MOST_CONTEXTS} events that have
   *     one, each once
   */
  record BatchHandling(String subscription, int events, List<String> traceparents)
      implements Activity {

    /** So many trace contexts it names at most, as many as tracers keep. */
    public static final int MOST_CONTEXTS = 128;

    public BatchHandling {
      traceparents = List.copyOf(traceparents);
    }

    @Override
    public @Nullable String traceparent() {
      return traceparents.isEmpty() ? null : traceparents.get(0);
    }
  }

  /**
   * A deadline fires, in a transaction of its own: a scheduled command, an instance of a saga that
   * has its turn, or what an application has scheduled.
   *
   * @param handler whose it is
   */
  record DeadlineFiring(String handler, @Nullable String traceparent) implements Activity {}

  /**
   * An instance of a saga does a piece of work.
   *
   * @param saga its name
   * @param work which kind: {@code step}, {@code compensation}, {@code event}, {@code deadline} or
   *     {@code end}
   * @param name of the step or deadline, type of the event, or how it ends
   */
  record SagaWorking(String saga, String work, String name, @Nullable String traceparent)
      implements Activity {}
}
