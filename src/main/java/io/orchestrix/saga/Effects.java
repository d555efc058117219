package io.orchestrix.saga;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work has brought about, as the journal keeps it.
 *
 * @param state the new state as JSON; {@code null} if it is as it was
 * @param commands those that were sent
 * @param scheduled new deadlines by their names
 * @param cancelled deadlines that are none any more
 * @param keys under which events find the instance from now on
 * @param isCompleted whether the saga is to end
 * @param compensate why it is to be taken back; {@code null} if it is not
 */
public record Effects(
    @Nullable Object state,
    List<SentCommand> commands,
    Map<String, Instant> scheduled,
    List<String> cancelled,
    List<CorrelationKey> keys,
    boolean isCompleted,
    @Nullable String compensate) {

  /** Nothing. */
  static final Effects NONE =
      new Effects(null, List.of(), Map.of(), List.of(), List.of(), false, null);

  /**
   * A command that was sent.
   *
   * @param type its logical name
   * @param payload its JSON
   */
  public record SentCommand(String type, Object payload) {}
}
