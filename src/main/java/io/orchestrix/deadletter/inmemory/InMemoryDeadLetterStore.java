package io.orchestrix.deadletter.inmemory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterAction;
import io.orchestrix.deadletter.DeadLetterChange;
import io.orchestrix.deadletter.DeadLetterCount;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterStep;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps dead letters in memory. Of two units of work that change one letter the second fails at
 * once. Thread-safe.
 */
public final class InMemoryDeadLetterStore implements DeadLetterStore {

  private final Letters letters;

  /**
   * An empty store.
   *
   * @param unitOfWork in what it takes part
   */
  public InMemoryDeadLetterStore(UnitOfWork unitOfWork) {
    this.letters = new Letters(unitOfWork);
  }

  @Override
  public synchronized boolean change(DeadLetterChange change) {
    DeadLetterId id = change.after().id();
    DeadLetter before = change.before();
    Optional<Row> row = letters.find(id);
    long changes = row.map(found -> found.letter().changes()).orElse(0L);
    if (changes != (before == null ? 0 : before.changes()) || letters.isTaken(id)) {
      return false;
    }
    Row known = row.orElseGet(() -> new Row(change.after(), List.of()));
    letters.write(id, Optional.of(known.changed(change.after(), change.action())));
    return true;
  }

  @Override
  public synchronized void queue(Collection<DeadLetterSubject> subjects, Instant now) {
    subjects.forEach(subject -> queue(subject, now));
  }

  private void queue(DeadLetterSubject subject, Instant now) {
    Optional<Row> known = letters.find(subject.id());
    if (known.isPresent() && known.get().letter().state().isOpen()) {
      return;
    }
    Row queued =
        known
            .map(row -> new Row(row.letter().waitingAgain(subject, now), row.history()))
            .orElseGet(() -> new Row(DeadLetter.waiting(subject, now), List.of()));
    writeUnlessTaken(subject.id(), Optional.of(queued));
  }

  private void writeUnlessTaken(DeadLetterId id, Optional<Row> row) {
    if (letters.isTaken(id)) {
      throw new ConflictException(
          new IllegalStateException("Another unit of work has changed the dead letter " + id));
    }
    letters.write(id, row);
  }

  @Override
  public Set<String> sequences(String subscription) {
    return open(subscription).map(DeadLetter::sequence).collect(toUnmodifiableSet());
  }

  @Override
  public List<DeadLetter> runnable(String subscription, GlobalPosition after, int atMost) {
    return first(open(subscription))
        .filter(letter -> letter.state().isRunnable())
        .filter(letter -> letter.id().position().compareTo(after) > 0)
        .limit(atMost)
        .toList();
  }

  @Override
  public Optional<DeadLetter> next(String subscription, String sequence) {
    return open(subscription).filter(letter -> letter.sequence().equals(sequence)).findFirst();
  }

  @Override
  public synchronized int discardOpen(
      String subscription, GlobalPosition after, String reason, Instant now) {
    DeadLetterAction discard = new DeadLetterAction(now, "", DeadLetterStep.DISCARD, reason);
    List<DeadLetter> behind =
        open(subscription).filter(letter -> letter.id().position().compareTo(after) > 0).toList();
    behind.forEach(letter -> require(DeadLetterChange.of(letter, discard)));
    return behind.size();
  }

  @Override
  public synchronized void remove(String subscription) {
    letters.all().keySet().stream()
        .filter(id -> id.subscription().equals(subscription))
        .forEach(id -> writeUnlessTaken(id, Optional.empty()));
  }

  @Override
  public Optional<DeadLetter> find(DeadLetterId id) {
    return letters.find(id).map(Row::letter);
  }

  @Override
  public List<DeadLetter> page(DeadLetterQuery query, @Nullable DeadLetterId after, int atMost) {
    Stream<DeadLetter> all = query.firstOnly() ? first(all().filter(this::isOpen)) : all();
    return all.filter(query::admits)
        .filter(letter -> after == null || letter.id().compareTo(after) > 0)
        .limit(atMost)
        .toList();
  }

  @Override
  public List<DeadLetterAction> history(DeadLetterId id) {
    return letters.find(id).map(Row::history).orElse(List.of());
  }

  @Override
  public List<DeadLetterCount> counts() {
    return counts(all());
  }

  @Override
  public List<DeadLetterCount> openCounts() {
    return counts(all().filter(letter -> letter.state().isOpen()));
  }

  private static List<DeadLetterCount> counts(Stream<DeadLetter> letters) {
    return letters
        .collect(groupingBy(InMemoryDeadLetterStore::group, counting()))
        .entrySet()
        .stream()
        .map(group -> group.getKey().of(group.getValue()))
        .sorted(
            Comparator.comparing(DeadLetterCount::subscription)
                .thenComparing(count -> count.state().name())
                .thenComparing(DeadLetterCount::failureClass))
        .toList();
  }

  private record Group(String subscription, DeadLetterState state, String failureClass) {
    DeadLetterCount of(long letters) {
      return new DeadLetterCount(subscription, state, failureClass, letters);
    }
  }

  private static Group group(DeadLetter letter) {
    Failure failure = letter.failure();
    return new Group(
        letter.id().subscription(), letter.state(), failure == null ? "" : failure.className());
  }

  /** Oldest first. */
  private Stream<DeadLetter> all() {
    return letters.all().values().stream().map(Row::letter);
  }

  private boolean isOpen(DeadLetter letter) {
    return letter.state().isOpen();
  }

  private Stream<DeadLetter> open(String subscription) {
    return all()
        .filter(this::isOpen)
        .filter(letter -> letter.id().subscription().equals(subscription));
  }

  private static Stream<DeadLetter> first(Stream<DeadLetter> open) {
    Set<Map.Entry<String, String>> seen = new HashSet<>();
    return open.filter(
        letter -> seen.add(Map.entry(letter.id().subscription(), letter.sequence())));
  }
}
