package io.orchestrix.rest.api;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.saga.Effects;
import io.orchestrix.saga.SagaEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an instance of a saga.
 *
 * @param version its place in the journal, from 1
 * @param time when
 * @param what it was
 * @param about which step, event, deadline or piece of work; {@code null} if it is the instance
 * @param attempt the how manieth one has failed; {@code null} if none has
 * @param until when it is tried again, or given up; {@code null} if neither
 * @param by which operator; {@code null} if none
 * @param note what that one has said
 * @param failure what has failed, or why it is taken back: a code or a class, and more where all
 *     may be seen
 * @param commands the names of those that were sent
 * @param entry as it is kept; {@code null} unless all may be seen
 */
public record SagaEntryView(
    long version,
    Instant time,
    String what,
    @Nullable String about,
    @Nullable Integer attempt,
    @Nullable Instant until,
    @Nullable String by,
    @Nullable String note,
    @Nullable String failure,
    List<String> commands,
    @Nullable Object entry) {

  static SagaEntryView of(RecordedEvent recorded, PayloadViews views) {
    SagaEvent entry = (SagaEvent) recorded.payload();
    SagaEntryFacts facts = SagaEntryFacts.of(entry);
    return new SagaEntryView(
        recorded.version(),
        recorded.metadata().time(),
        facts.what(),
        facts.about(),
        facts.attempt(),
        facts.until(),
        facts.by(),
        facts.note(),
        views.ofFailure(facts.failure()),
        entry.effects().commands().stream().map(Effects.SentCommand::type).toList(),
        views.isAllShown() ? entry : null);
  }
}
