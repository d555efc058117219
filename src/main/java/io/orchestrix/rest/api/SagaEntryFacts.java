package io.orchestrix.rest.api;

import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.ReceivedEvent;
import io.orchestrix.saga.SagaEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an entry in the journal of a saga says, but for payloads. */
record SagaEntryFacts(
    String what,
    @Nullable String about,
    @Nullable Integer attempt,
    @Nullable Instant until,
    @Nullable String by,
    @Nullable String note,
    @Nullable String failure) {

  static SagaEntryFacts of(SagaEvent entry) {
    String what = entry.getClass().getSimpleName();
    if (entry instanceof SagaEvent.Started started) {
      ReceivedEvent event = started.event();
      return about(what, event == null ? null : event.type());
    }
    if (entry instanceof SagaEvent.EventReceived received) {
      return about(what, received.event().type() + " " + received.event().id());
    }
    if (entry instanceof SagaEvent.EventTaken taken) {
      return about(what, taken.id());
    }
    if (entry instanceof SagaEvent.EventIgnored ignored) {
      return about(what, ignored.id());
    }
    if (entry instanceof SagaEvent.DeadlineFired fired) {
      return about(what, fired.name());
    }
    if (entry instanceof SagaEvent.AttemptFailed failed) {
      return new SagaEntryFacts(
          what,
          failed.work().toString(),
          failed.attempt(),
          failed.nextAt(),
          null,
          null,
          failed.failure());
    }
    if (entry instanceof SagaEvent.Quarantined quarantined) {
      return failed(what, quarantined.work().toString(), quarantined.failure());
    }
    if (entry instanceof SagaEvent.CompensationStarted started) {
      return failed(what, null, started.reason());
    }
    if (entry instanceof SagaEvent.Operated operated) {
      OperatorAction action = operated.action();
      String work = operated.work() == null ? "" : " " + operated.work();
      return new SagaEntryFacts(
          what, action + work, null, null, operated.by(), operated.note(), null);
    }
    return ofStep(what, entry);
  }

  private static SagaEntryFacts ofStep(String what, SagaEvent entry) {
    if (entry instanceof SagaEvent.StepStarted started) {
      return new SagaEntryFacts(what, started.step(), null, started.timeout(), null, null, null);
    }
    if (entry instanceof SagaEvent.StepCompleted completed) {
      return about(what, completed.step());
    }
    if (entry instanceof SagaEvent.StepFailed failed) {
      return failed(what, failed.step(), failed.failure());
    }
    if (entry instanceof SagaEvent.StepCompensated compensated) {
      return about(what, compensated.step());
    }
    return about(what, null);
  }

  private static SagaEntryFacts about(String what, @Nullable String about) {
    return new SagaEntryFacts(what, about, null, null, null, null, null);
  }

  private static SagaEntryFacts failed(String what, @Nullable String about, String failure) {
    return new SagaEntryFacts(what, about, null, null, null, null, failure);
  }
}
