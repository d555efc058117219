package io.orchestrix.deadletter;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.audit.AuditedAction;
import io.orchestrix.message.EventFormat;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters as people see them: what failed, and what is to become of it.
 *
 * <pre>{@code
 * @Inject DeadLetterQueue letters;
 *
 * letters.edit(id, "{\"amount\": 10}", "the amount was sent in cents");
 * letters.retry(id);
 * }</pre>
 *
 * <p>Whoever retries does not handle: the subscription does, soon after the commit, on whatever
 * node. Thread-safe. Each call is a unit of work of its own, unless it joins one. If the letter is
 * changed by somebody else in the same moment, an action throws {@link DeadLetterChangedException}.
 */
public final class DeadLetterQueue {

  /** A unit of work retries no more. */
  private static final int AT_ONCE = 100;

  private final DeadLetterStore store;
  private final UnitOfWork unitOfWork;
  private final PayloadCheck payloads;
  private final Clock clock;
  private final Supplier<String> actor;
  private final Runnable changed;
  private final AuditTrail audit;

  /**
   * @param format knows what payloads can be read
   * @param actor who is acting on this thread, for the history; empty if nobody is known
   * @param changed told after the commit that there may be something to try
   * @param audit is told what is done
   */
  public DeadLetterQueue(
      DeadLetterStore store,
      UnitOfWork unitOfWork,
      EventFormat format,
      Clock clock,
      Supplier<String> actor,
      Runnable changed,
      AuditTrail audit) {
    this.store = store;
    this.unitOfWork = unitOfWork;
    this.payloads = new PayloadCheck(format);
    this.clock = clock;
    this.actor = actor;
    this.changed = changed;
    this.audit = audit;
  }

  public Optional<DeadLetter> find(DeadLetterId id) {
    return unitOfWork.get(() -> store.find(id));
  }

  /**
   * One letter.
   *
   * @throws DeadLetterException ORX-3301 if there is none
   */
  public DeadLetter get(DeadLetterId id) {
    return unitOfWork.get(() -> require(id));
  }

  /**
   * A page of letters, by subscription, then oldest first.
   *
   * @param after the last letter of the page before; {@code null} for the first page
   */
  public List<DeadLetter> page(DeadLetterQuery query, @Nullable DeadLetterId after, int atMost) {
    return unitOfWork.get(() -> store.page(query, after, atMost));
  }

  /** What was done to a letter, oldest first. */
  public List<DeadLetterAction> history(DeadLetterId id) {
    return unitOfWork.get(() -> store.history(id));
  }

  /** All letters, counted. */
  public List<DeadLetterCount> counts() {
    return unitOfWork.get(store::counts);
  }

  /** The open letters, counted, whatever number of others there is. */
  public List<DeadLetterCount> openCounts() {
    return unitOfWork.get(store::openCounts);
  }

  /**
   * Asks for another try of a letter.
   *
   * @return the letter as it is now
   * @throws DeadLetterException ORX-3302 if it is not the first open letter of its sequence,
   *     ORX-3303 if it is closed or is being retried, ORX-3301 if there is none
   */
  public DeadLetter retry(DeadLetterId id) {
    return retrying(
        id.toString(),
        () -> {
          DeadLetter letter = require(id);
          if (letter.state().isOpen()) {
            store
                .next(id.subscription(), letter.sequence())
                .filter(first -> !first.id().equals(id))
                .ifPresent(
                    first -> {
                      throw DeadLetterException.notFirst(id, first);
                    });
          }
          return retried(letter);
        });
  }

  /**
   * Asks for another try of the first open letter of a sequence; those behind it follow by
   * themselves when it is handled.
   *
   * @return the letter as it is now
   * @throws DeadLetterException ORX-3307 if none is open, ORX-3303 if it is being retried
   */
  public DeadLetter retrySequence(String subscription, String sequence) {
    return retrying(
        subscription + ", sequence " + sequence,
        () ->
            retried(
                store
                    .next(subscription, sequence)
                    .orElseThrow(() -> DeadLetterException.nothingOpen(subscription, sequence))));
  }

  /** What fails is written with what was asked for, what is done with the letters. */
  private <T> T retrying(String target, Supplier<T> work) {
    return audited(DeadLetterStep.RETRY, target, "").failing(() -> unitOfWork.get(work));
  }

  private DeadLetter retried(DeadLetter letter) {
    DeadLetterChange retry = DeadLetterChange.of(letter, action(DeadLetterStep.RETRY, ""));
    store.require(retry);
    audited(DeadLetterStep.RETRY, letter.id().toString(), "").done();
    tellAfterCommit();
    return retry.after();
  }

  /**
   * Asks for another try of all sequences whose first open letter is PARKED and passes the filter.
   * They are retried a hundred at a time, each hundred in a unit of work of its own.
   *
   * @return how many sequences
   */
  public int retryAll(DeadLetterQuery filter) {
    if (!filter.states().isEmpty() && !filter.states().contains(DeadLetterState.PARKED)) {
      return 0;
    }
    DeadLetterQuery parked = filter.states(DeadLetterState.PARKED).onlyFirst();
    int sequences = 0;
    DeadLetterId after = null;
    List<DeadLetter> page;
    do {
      DeadLetterId last = after;
      page = page(parked, last, AT_ONCE);
      sequences += retryThose(filter, page);
      after = page.isEmpty() ? null : page.get(page.size() - 1).id();
    } while (page.size() == AT_ONCE);
    return sequences;
  }

  /** Whoever changes one of them in the same moment has decided on it. */
  private int retryThose(DeadLetterQuery filter, List<DeadLetter> letters) {
    return retrying(
        filter.toString(),
        () -> {
          DeadLetterAction retry = action(DeadLetterStep.RETRY, "");
          List<DeadLetter> changed =
              letters.stream()
                  .filter(letter -> store.change(DeadLetterChange.of(letter, retry)))
                  .toList();
          changed.forEach(
              letter -> audited(DeadLetterStep.RETRY, letter.id().toString(), "").done());
          if (!changed.isEmpty()) {
            tellAfterCommit();
          }
          return changed.size();
        });
  }

  /**
   * Lets the handler get another payload than the stored one; the event store keeps its own.
   *
   * @param json an event of the type and revision of the letter
   * @param reason 1 to 1,000 characters, not only blanks
   * @return the letter as it is now
   * @throws DeadLetterException ORX-3304 if the payload cannot be read, ORX-3303 if the letter is
   *     neither PARKED nor WAITING, ORX-3301 if there is none
   */
  public DeadLetter edit(DeadLetterId id, String json, String reason) {
    return audited(DeadLetterStep.EDIT, id.toString(), reason)
        .inTransaction(
            () -> {
              String why = checked(DeadLetterStep.EDIT, id, reason);
              DeadLetter letter = require(id);
              DeadLetterChange edit =
                  DeadLetterChange.edit(letter, json, actor.get(), why, clock.instant());
              payloads.requireReadable(letter, json);
              store.require(edit);
              return edit.after();
            });
  }

  /**
   * Does without the handling of an event. Those behind it go on.
   *
   * @param reason 1 to 1,000 characters, not only blanks
   * @return the letter as it is now
   * @throws DeadLetterException ORX-3303 if it is closed, ORX-3301 if there is none
   */
  public DeadLetter discard(DeadLetterId id, String reason) {
    return audited(DeadLetterStep.DISCARD, id.toString(), reason)
        .inTransaction(
            () -> {
              String why = checked(DeadLetterStep.DISCARD, id, reason);
              DeadLetterChange discard =
                  DeadLetterChange.of(require(id), action(DeadLetterStep.DISCARD, why));
              store.require(discard);
              tellAfterCommit();
              return discard.after();
            });
  }

  private AuditedAction audited(DeadLetterStep step, String target, String reason) {
    String action = "dead-letter." + step.name().toLowerCase(Locale.ROOT);
    return audit.begin(action, target, reason, actor.get());
  }

  private DeadLetter require(DeadLetterId id) {
    return store.find(id).orElseThrow(() -> DeadLetterException.unknown(id));
  }

  private DeadLetterAction action(DeadLetterStep step, String reason) {
    return new DeadLetterAction(clock.instant(), actor.get(), step, reason);
  }

  private static String checked(DeadLetterStep step, DeadLetterId id, String reason) {
    String stripped = reason.strip();
    if (stripped.isEmpty() || stripped.length() > DeadLetterAction.LONGEST_REASON) {
      throw DeadLetterException.badReason(step, id);
    }
    return stripped;
  }

  private void tellAfterCommit() {
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            changed.run();
          }
        });
  }
}
