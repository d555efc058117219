package io.orchestrix.deadletter.jpa;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterAction;
import io.orchestrix.deadletter.DeadLetterChange;
import io.orchestrix.deadletter.DeadLetterCount;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterStep;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.message.GlobalPosition;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps dead letters in the tables {@code orx_dead_letter} and {@code orx_dead_letter_action}. Of
 * two transactions that change one letter the second waits for the first. Thread-safe.
 */
public final class JpaDeadLetterStore implements DeadLetterStore {

  private final LetterQueries queries;
  private final LetterPages pages;
  private final LetterChanges letters;
  private final ActionRows actions;

  /**
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaDeadLetterStore(EntityManager entities, String schema) {
    String table = "\"%s\".orx_dead_letter".formatted(schema);
    this.queries = new LetterQueries(entities, table);
    this.pages = new LetterPages(entities, table);
    this.letters = new LetterChanges(entities, table);
    this.actions = new ActionRows(entities, table + "_action", table);
  }

  @Override
  public boolean change(DeadLetterChange change) {
    DeadLetter before = change.before();
    if (before == null) {
      letters.insert(change.after());
    } else if (!letters.update(before, change.after())) {
      return false;
    }
    actions.add(change);
    return true;
  }

  @Override
  public void queue(Collection<DeadLetterSubject> subjects, Instant now) {
    letters.queue(subjects, now);
  }

  @Override
  public Set<String> sequences(String subscription) {
    return queries.sequences(subscription);
  }

  @Override
  public List<DeadLetter> runnable(String subscription, GlobalPosition after, int atMost) {
    return queries.runnable(subscription, after, atMost);
  }

  @Override
  public Optional<DeadLetter> next(String subscription, String sequence) {
    return queries.next(subscription, sequence);
  }

  @Override
  public int discardOpen(String subscription, GlobalPosition after, String reason, Instant now) {
    int open = letters.lockBehind(subscription, after);
    if (open > 0) {
      actions.addDiscards(
          subscription, after, new DeadLetterAction(now, "", DeadLetterStep.DISCARD, reason));
      letters.discardBehind(subscription, after, now);
    }
    return open;
  }

  @Override
  public void remove(String subscription) {
    letters.delete(subscription); // first, so that nobody adds to a history meanwhile
    actions.delete(subscription);
  }

  @Override
  public Optional<DeadLetter> find(DeadLetterId id) {
    return queries.find(id);
  }

  @Override
  public List<DeadLetter> page(DeadLetterQuery query, @Nullable DeadLetterId after, int atMost) {
    return pages.page(query, after, atMost);
  }

  @Override
  public List<DeadLetterAction> history(DeadLetterId id) {
    return actions.of(id);
  }

  @Override
  public List<DeadLetterCount> counts() {
    return queries.counts();
  }

  @Override
  public List<DeadLetterCount> openCounts() {
    return queries.openCounts();
  }
}
