package io.orchestrix.saga;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.saga.SagaEvent.StepCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the code of today would decide, beside what a journal says. Used by one thread. */
record ReplayedDecision<S>(
    SagaDefinition<S> definition,
    SagaProgress progress,
    SagaServices services,
    JsonTrees trees,
    Instant at) {

  /** The store cuts off what is finer, so a turn may have begun later than its entry says. */
  private static final Duration FINEST = Duration.ofNanos(1000);

  /**
   * For people; empty if it decides the same.
   *
   * @param isReadable whether states and events can be read, so that methods can be called
   */
  List<String> differences(SagaEvent entry, boolean isReadable) {
    List<String> missing =
        RecordedWork.of(entry)
            .map(work -> Continuation.missing(definition, work))
            .orElse(List.of());
    if (!missing.isEmpty() || !isReadable) {
      return missing;
    }
    Optional<Work<S>> same =
        times()
            .flatMap(time -> inboxes().map(inbox -> next(inbox, time)))
            .filter(work -> RecordedWork.is(entry, work))
            .findFirst();
    return same.map(work -> called(entry, work))
        .orElseGet(
            () ->
                List.of(
                    "It was decided: %s. Now it would be: %s."
                        .formatted(
                            RecordedWork.text(entry),
                            RecordedWork.text(next(progress.inbox.values(), at)))));
  }

  private Work<S> next(Collection<ReceivedEvent> inbox, Instant time) {
    return NextWork.of(definition, progress, inbox, trees::event, time);
  }

  /** Of what it may have known: the last ones may have arrived when the turn had begun. */
  private Stream<List<ReceivedEvent>> inboxes() {
    List<ReceivedEvent> all = List.copyOf(progress.inbox.values());
    return IntStream.rangeClosed(0, all.size())
        .mapToObj(unknown -> all.subList(0, all.size() - unknown));
  }

  /** When the turn may have begun: it ended with the entry, and something may be due since. */
  private Stream<Instant> times() {
    Stream<Instant> due =
        Stream.concat(
            progress.deadlines.values().stream(),
            Stream.concat(
                progress.failed.values().stream().map(FailedWork::nextAt),
                progress.steps.values().stream()
                    .map(StepProgress::timeout)
                    .flatMap(Stream::ofNullable)));
    return Stream.concat(
        Stream.of(at, at.plus(FINEST)),
        due.filter(time -> !time.isAfter(at.plus(FINEST))).map(time -> time.minusNanos(1)));
  }

  /** What a method has not done before, as it has failed, or does outside, it does not do now. */
  private List<String> called(SagaEvent entry, Work<S> work) {
    boolean isOutside =
        (work instanceof Work.RunStep<S> run && run.step().isOutside())
            || (work instanceof Work.Compensate<S> back && back.step().isOutside());
    if (!RecordedWork.isSuccess(entry) || isOutside) {
      return List.of();
    }
    Object answer = entry instanceof StepCompleted completed ? completed.result() : null;
    try {
      List<SagaEvent> now =
          new Performing<>(definition, progress, answering(answer), trees, at).perform(work);
      return compare(entry.effects(), now.get(0).effects());
    } catch (Exception e) {
      return List.of("Its method fails now: " + Failure.of(e).summary());
    }
  }

  private SagaServices answering(@org.jspecify.annotations.Nullable Object answer) {
    return new SagaServices(
        services.events(),
        services.instances(),
        services.deadlines(),
        services.segments(),
        (command, key) -> answer, // nothing is sent
        services.codec(),
        services.format(),
        services.metadata(),
        services.current(),
        services.unitOfWork(),
        services.monitor(),
        services.clock(),
        services.settings(),
        AuditTrail.NONE);
  }

  private static List<String> compare(Effects then, Effects now) {
    List<String> found = new ArrayList<>();
    if (!isSame(then.commands(), now.commands())) {
      found.add("It has sent %s, and would send %s.".formatted(then.commands(), now.commands()));
    }
    if (then.isCompleted() != now.isCompleted()) {
      found.add(now.isCompleted() ? "It would end now." : "It has ended, and would go on.");
    }
    if ((then.compensate() == null) != (now.compensate() == null)) {
      found.add(now.compensate() == null ? "It would not go back." : "It would go back now.");
    }
    if (!then.scheduled().keySet().equals(now.scheduled().keySet())) {
      found.add(
          "It has scheduled the deadlines %s, and would schedule %s."
              .formatted(then.scheduled().keySet(), now.scheduled().keySet()));
    }
    return found;
  }

  private static boolean isSame(List<Effects.SentCommand> then, List<Effects.SentCommand> now) {
    if (then.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < then.size(); i++) {
      boolean isSame =
          then.get(i).type().equals(now.get(i).type())
              && SameJson.isNearly(then.get(i).payload(), now.get(i).payload());
      if (!isSame) {
        return false;
      }
    }
    return true;
  }
}
