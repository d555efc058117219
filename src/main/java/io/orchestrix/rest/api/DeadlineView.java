package io.orchestrix.rest.api;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineContents.Content;
import io.orchestrix.deadline.DeadlineState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen at a time.
 *
 * @param handler who is told when it is due
 * @param key which one of that handler
 * @param state how it stands with it
 * @param dueAt when it is to happen
 * @param tryAt when it is tried next; {@code null} if it was given up
 * @param attempts how often it has failed
 * @param failure how it failed last: a code or a class, and more where all may be seen
 * @param caller on whose behalf; empty if nobody's
 * @param correlationId the conversation that it continues
 * @param command the name of the command that is sent; {@code null} if it is none
 * @param recurrence when it is sent again, as an EJB schedule expression; {@code null} if it is not
 * @param payload what is handled; {@code null} if that is nothing, and where payloads are not shown
 */
public record DeadlineView(
    String handler,
    String key,
    DeadlineState state,
    Instant dueAt,
    @Nullable Instant tryAt,
    int attempts,
    @Nullable String failure,
    String caller,
    @Nullable UUID correlationId,
    @Nullable String command,
    @Nullable String recurrence,
    @Nullable Object payload) {

  static DeadlineView of(Deadline deadline, Content content, PayloadViews views) {
    return new DeadlineView(
        deadline.key().handler(),
        deadline.key().value(),
        deadline.state(),
        deadline.dueAt(),
        deadline.tryAt(),
        deadline.attempts(),
        views.ofFailure(deadline.failure()),
        deadline.caller(),
        deadline.origin().correlationId(),
        content.command(),
        content.recurrence(),
        views.of(content.json(), content.type()));
  }
}
