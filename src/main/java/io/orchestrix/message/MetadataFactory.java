package io.orchestrix.message;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the metadata of new messages: fresh ids, the time, and the thread of cause and effect from
 * the {@link CurrentMessage}. Thread-safe.
 */
public final class MetadataFactory {

  private final TimeOrderedIds ids;
  private final Clock clock;
  private final String source;
  private final CurrentMessage current;

  /**
   * @param clock tells the time, of ids as well
   * @param source the URI reference of this application
   * @param current the message that is being handled
   */
  public MetadataFactory(Clock clock, String source, CurrentMessage current) {
    this.clock = clock;
    this.source = source;
    this.current = current;
    this.ids = new TimeOrderedIds(clock);
  }

  /**
   * Makes metadata for a message that is caused by the current one, or begins a conversation.
   *
   * @param type the logical type name
   * @param subject whom it is about
   */
  public Metadata create(String type, @Nullable String subject) {
    UUID id = ids.create();
    Origin origin = current.origin();
    UUID correlation = origin.correlationId();
    return new Metadata(
        id,
        type,
        source,
        subject,
        clock.instant(),
        correlation == null ? id : correlation,
        origin.causationId(),
        origin.traceparent());
  }
}
