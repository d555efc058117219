package io.orchestrix.subscription.inmemory;

import static java.util.stream.Collectors.toMap;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Claim;
import io.orchestrix.subscription.Roster;
import io.orchestrix.subscription.SegmentId;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.Trouble;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Checkpoints in memory. What a unit of work changes is there when it commits, if the claim has not
 * ended meanwhile. Leases end with {@link #leave} only, as all nodes are in this process.
 * Thread-safe.
 */
public final class InMemorySegmentStore implements SegmentStore {

  private final UnitOfWork unitOfWork;
  private final Map<SegmentId, SegmentState> segments = new ConcurrentSkipListMap<>();
  private final Set<String> nodes = ConcurrentHashMap.newKeySet();

  /**
   * @param unitOfWork in what it takes part
   */
  public InMemorySegmentStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void add(Collection<Subscription> subscriptions) {
    for (Subscription subscription : subscriptions) {
      if (segments(subscription.name()).isEmpty()) {
        for (int i = 0; i < subscription.segments(); i++) {
          SegmentState state = SegmentState.added(subscription, i);
          segments.putIfAbsent(state.id(), state);
        }
      }
    }
  }

  @Override
  public Roster beat(String node, Duration lease) {
    nodes.add(node);
    return new Roster(nodes, segments());
  }

  @Override
  public void leave(String node) {
    nodes.remove(node);
    change(state -> node.equals(state.owner()), Changes::released);
  }

  @Override
  public Optional<SegmentState> claim(SegmentId segment, long epoch, String node) {
    SegmentState claimed =
        segments.computeIfPresent(
            segment,
            (id, state) ->
                state.epoch() == epoch && state.isRunning() ? Changes.claimed(state, node) : state);
    return Optional.ofNullable(claimed)
        .filter(state -> state.epoch() == epoch + 1 && node.equals(state.owner()));
  }

  @Override
  public Optional<SegmentState> find(Claim claim) {
    return Optional.ofNullable(segments.get(claim.id()))
        .filter(state -> state.epoch() == claim.epoch());
  }

  @Override
  public boolean advance(Claim claim, GlobalPosition checkpoint, int handled) {
    return change(claim, state -> Changes.advanced(state, checkpoint, handled));
  }

  @Override
  public boolean trouble(Claim claim, Trouble trouble) {
    return change(claim, state -> Changes.troubled(state, trouble));
  }

  private boolean change(Claim claim, UnaryOperator<SegmentState> change) {
    if (find(claim).isEmpty()) {
      return false;
    }
    if (unitOfWork.isActive()) {
      unitOfWork.afterEnd(
          end -> {
            if (end == End.COMMITTED) {
              changeNow(claim, change);
            }
          });
    } else {
      changeNow(claim, change);
    }
    return true;
  }

  private void changeNow(Claim claim, UnaryOperator<SegmentState> change) {
    segments.computeIfPresent(
        claim.id(), (id, state) -> state.epoch() == claim.epoch() ? change.apply(state) : state);
  }

  @Override
  public List<SegmentState> segments(String subscription) {
    return segments.values().stream()
        .filter(state -> state.id().subscription().equals(subscription))
        .toList();
  }

  @Override
  public List<SegmentState> segments() {
    return List.copyOf(segments.values());
  }

  @Override
  public void pause(String subscription) {
    change(of(subscription), Changes::paused);
  }

  @Override
  public void resume(String subscription) {
    change(
        of(subscription)
            .and(
                state ->
                    !state.isRunning() || (state.trouble() != null && state.trouble().isFinal())),
        Changes::resumed);
  }

  @Override
  public boolean rewind(String subscription, GlobalPosition checkpoint, int divided) {
    List<SegmentState> before = segments(subscription);
    if (before.stream().anyMatch(SegmentState::isRunning)) {
      return false;
    }
    remove(subscription);
    for (SegmentState state : SegmentState.rewound(subscription, before, checkpoint, divided)) {
      segments.put(state.id(), state);
    }
    return true;
  }

  @Override
  public void promote(String subscription, String before) {
    Map<Integer, GlobalPosition> replayed =
        segments(before).stream()
            .collect(toMap(state -> state.id().segment(), SegmentState::replayedTo));
    change(
        of(subscription),
        state ->
            Changes.promoted(
                state, replayed.getOrDefault(state.id().segment(), GlobalPosition.START)));
  }

  @Override
  public void remove(String subscription) {
    segments.keySet().removeIf(id -> id.subscription().equals(subscription));
  }

  private static Predicate<SegmentState> of(String subscription) {
    return state -> state.id().subscription().equals(subscription);
  }

  private void change(Predicate<SegmentState> which, UnaryOperator<SegmentState> change) {
    segments.replaceAll((id, state) -> which.test(state) ? change.apply(state) : state);
  }
}
