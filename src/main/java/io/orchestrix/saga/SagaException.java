package io.orchestrix.saga;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Command;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked of a saga cannot be done. */
public final class SagaException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private SagaException(String code, Kind kind, String message, @Nullable Throwable cause) {
    super(code, kind, message, cause);
  }

  private SagaException(String code, Kind kind, String message) {
    this(code, kind, message, null);
  }

  static SagaException noComponent(Class<?> event, String component) {
    return new SagaException(
        "ORX-3701",
        Kind.FAULT,
        "A saga finds its instance by %s.%s, but there is no such component. Correct @Correlate."
            .formatted(event.getSimpleName(), component));
  }

  static SagaException unreadable(Class<?> event, String component, Throwable cause) {
    return new SagaException(
        "ORX-3702",
        Kind.FAULT,
        "%s.%s, by which a saga finds its instance, cannot be read. See the cause."
            .formatted(event.getSimpleName(), component),
        cause);
  }

  static SagaException noSaga(String saga) {
    return new SagaException(
        "ORX-3703",
        Kind.NOT_FOUND,
        "There is no saga '%s' in this application. Check its name.".formatted(saga));
  }

  static SagaException noInstance(String saga, String key) {
    return new SagaException(
        "ORX-3704",
        Kind.NOT_FOUND,
        "The saga '%s' has no instance '%s'. Check its key.".formatted(saga, key));
  }

  static SagaException noDeadline(String saga, String deadline) {
    return new SagaException(
        "ORX-3705",
        Kind.FAULT,
        "The saga '%s' has no method with @OnDeadline for its deadline '%s'. Add it."
            .formatted(saga, deadline));
  }

  static SagaException unknownHere(String saga, int version) {
    return new SagaException(
        "ORX-3757",
        Kind.REFUSED,
        "Whether an instance of the saga '%s' can go back is not known here, as it follows version %d. Ask a node that has this version."
            .formatted(saga, version));
  }

  static SagaException behindPivot(String saga, String key) {
    return new SagaException(
        "ORX-3706",
        Kind.REFUSED,
        "The instance '%s' of the saga '%s' is behind its pivot, so it is not taken back. Let it go forward."
            .formatted(key, saga));
  }

  static SagaException noState(String saga, String key) {
    return new SagaException(
        "ORX-3707",
        Kind.FAULT,
        "The instance '%s' of the saga '%s' has no state: the method with @StartsOn has returned none. Let it return one."
            .formatted(key, saga));
  }

  static SagaException failed(String saga, String key, SagaStatus status, @Nullable String why) {
    return new SagaException(
        "ORX-3708",
        Kind.REFUSED,
        "The instance '%s' of the saga '%s' is %s: %s. What it had done is taken back, unless it is quarantined."
            .formatted(key, saga, status, why));
  }

  static SagaException stillRunning(String saga, String key) {
    return new SagaException(
        "ORX-3709",
        Kind.UNAVAILABLE,
        "The instance '%s' of the saga '%s' has not ended in time; it goes on. Look at it later."
            .formatted(key, saga));
  }

  static SagaException awaitedInside() {
    return new SagaException(
        "ORX-3710",
        Kind.FAULT,
        "A saga is awaited in a transaction, but begins only when that is committed. Start it, and await it afterwards.");
  }

  static SagaException otherInput(String saga, String key) {
    return new SagaException(
        "ORX-3711",
        Kind.CONFLICT,
        "The saga '%s' has an instance '%s' that was started with another input. Choose another key."
            .formatted(saga, key));
  }

  static SagaException notQuarantined(String saga, String key, SagaStatus status) {
    return new SagaException(
        "ORX-3712",
        Kind.CONFLICT,
        "The instance '%s' of the saga '%s' is %s and not quarantined, so there is nothing to be decided. Look again."
            .formatted(key, saga, status));
  }

  static SagaException notCompensable(String saga, String key, SagaStatus status) {
    return new SagaException(
        "ORX-3713",
        Kind.CONFLICT,
        "The instance '%s' of the saga '%s' is %s, so it cannot be taken back. Look again."
            .formatted(key, saga, status));
  }

  static SagaException severalEvents(String type, int revision, int count) {
    return new SagaException(
        "ORX-3715",
        Kind.FAULT,
        "The event %s in revision %d, which an instance of a saga has received, says %d events now, not one. Let its upcasters make one of it."
            .formatted(type, revision, count));
  }

  static SagaException wrongReturn(String saga, WorkId work, Class<?> state, Object returned) {
    return new SagaException(
        "ORX-3716",
        Kind.FAULT,
        "The method of the saga '%s' for the %s has returned a %s. Let it return a %s, a command, several commands, or nothing."
            .formatted(saga, work, returned.getClass().getSimpleName(), state.getSimpleName()));
  }

  static SagaException mixedReturn(String saga, WorkId work, Collection<?> returned) {
    String others =
        returned.stream()
            .filter(one -> !(one instanceof Command))
            .map(one -> one == null ? "null" : one.getClass().getSimpleName())
            .distinct()
            .collect(Collectors.joining(", "));
    return new SagaException(
        "ORX-3745",
        Kind.FAULT,
        "The method of the saga '%s' for the %s has returned commands together with something else (%s), so nothing was sent. Let it return commands only, or send them by SagaContext.send."
            .formatted(saga, work, others));
  }

  static SagaException notSkippable(String saga, String key, OperatorAction action) {
    return new SagaException(
        "ORX-3717",
        Kind.CONFLICT,
        "The instance '%s' of the saga '%s' has no state yet, so %s is not possible. Let it be tried again, or be taken back."
            .formatted(key, saga, action));
  }

  static SagaException stillFollowed(String saga, int version, long count) {
    return new SagaException(
        "ORX-3718",
        Kind.CONFLICT,
        "%d instances of the saga '%s' follow version %d, so it cannot be retired. Let them end first."
            .formatted(count, saga, version));
  }

  static SagaException notBegun(String saga, String key) {
    return new SagaException(
        "ORX-3720",
        Kind.UNAVAILABLE,
        "The instance '%s' of the saga '%s' has not begun in time. Check its key; if an event begins it, look later."
            .formatted(key, saga));
  }

  static SagaException stillBegun(String saga, int version) {
    return new SagaException(
        "ORX-3753",
        Kind.CONFLICT,
        "New instances of the saga '%s' follow version %d on this node, so it cannot be retired here. Deploy without it first."
            .formatted(saga, version));
  }

  static SagaException retired(String saga, int version) {
    return new SagaException(
        "ORX-3754",
        Kind.CONFLICT,
        "Version %d of the saga '%s' was retired while this node begins instances with it: it takes no events for that saga and begins none. End this node; if the version is still needed, start it again."
            .formatted(version, saga));
  }

  static SagaException badKey(String saga, int name, int value) {
    return new SagaException(
        "ORX-3751",
        Kind.FAULT,
        "The saga '%s' correlates by a name of %d characters and a value of %d. Let a name have 1 to 100, and a value 1 to 200."
            .formatted(saga, name, value));
  }

  static SagaException noStep(String saga, String step) {
    return new SagaException(
        "ORX-3719",
        Kind.FAULT,
        "The step '%s' of the saga '%s' is to be taken back, but its definition does not have it any more. Bring it back, or decide by hand."
            .formatted(step, saga));
  }

  static SagaException wrongInput(String saga, Class<?> wanted, Class<?> given) {
    return new SagaException(
        "ORX-3714",
        Kind.INVALID,
        "The saga '%s' begins with a %s, not with a %s."
            .formatted(saga, wanted.getSimpleName(), given.getSimpleName()));
  }
}
