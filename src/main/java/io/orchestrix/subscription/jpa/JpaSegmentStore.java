package io.orchestrix.subscription.jpa;

import io.orchestrix.eventstore.StoreException;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Claim;
import io.orchestrix.subscription.Roster;
import io.orchestrix.subscription.SegmentId;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.Trouble;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checkpoints in the tables {@code orx_segment} and {@code orx_node}. Thread-safe. */
public final class JpaSegmentStore implements SegmentStore {

  private final UnitOfWork unitOfWork;
  private final SegmentRows segments;
  private final SegmentQueries queries;
  private final NodeRows nodes;

  /**
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaSegmentStore(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.segments = new SegmentRows(entities, schema);
    this.queries = new SegmentQueries(entities, schema);
    this.nodes = new NodeRows(entities, schema);
  }

  @Override
  public void add(Collection<Subscription> subscriptions) {
    for (Subscription subscription : subscriptions) {
      if (segments(subscription.name()).isEmpty()) {
        add(subscription);
      }
    }
  }

  private void add(Subscription subscription) {
    try {
      unitOfWork.call(
          () -> {
            segments.add(subscription);
            return true;
          });
    } catch (Exception e) {
      if (segments(subscription.name()).isEmpty()) { // else another node was faster
        throw StoreException.statementFailed("add the subscription " + subscription.name(), e);
      }
    }
  }

  @Override
  public Roster beat(String node, Duration lease) {
    return unitOfWork.get(
        () -> {
          nodes.extend(node, lease);
          return new Roster(nodes.alive(), queries.all());
        });
  }

  @Override
  public void leave(String node) {
    unitOfWork.get(
        () -> {
          segments.release(node);
          return nodes.remove(node);
        });
  }

  @Override
  public Optional<SegmentState> claim(SegmentId segment, long epoch, String node) {
    return unitOfWork.get(
        () ->
            segments.claim(segment, epoch, node)
                ? queries.find(new Claim(segment, epoch + 1))
                : Optional.empty());
  }

  @Override
  public Optional<SegmentState> find(Claim claim) {
    return unitOfWork.get(() -> queries.find(claim));
  }

  @Override
  public boolean advance(Claim claim, GlobalPosition checkpoint, int handled) {
    return unitOfWork.get(() -> segments.advance(claim, checkpoint, handled));
  }

  @Override
  public boolean trouble(Claim claim, Trouble trouble) {
    return unitOfWork.get(() -> segments.trouble(claim, trouble));
  }

  @Override
  public List<SegmentState> segments(String subscription) {
    return unitOfWork.get(() -> queries.of(subscription));
  }

  @Override
  public List<SegmentState> segments() {
    return unitOfWork.get(queries::all);
  }

  @Override
  public void pause(String subscription) {
    unitOfWork.get(() -> segments.pause(subscription));
  }

  @Override
  public void resume(String subscription) {
    unitOfWork.get(() -> segments.resume(subscription));
  }

  @Override
  public boolean rewind(String subscription, GlobalPosition checkpoint, int divided) {
    return unitOfWork.get(
        () -> {
          List<SegmentState> before = queries.of(subscription);
          boolean isPaused = before.stream().noneMatch(SegmentState::isRunning);
          if (isPaused) {
            segments.replace(
                subscription, SegmentState.rewound(subscription, before, checkpoint, divided));
          }
          return isPaused;
        });
  }

  @Override
  public void promote(String subscription, String before) {
    unitOfWork.get(() -> segments.promote(subscription, before));
  }

  @Override
  public void remove(String subscription) {
    unitOfWork.get(() -> segments.remove(subscription));
  }
}
