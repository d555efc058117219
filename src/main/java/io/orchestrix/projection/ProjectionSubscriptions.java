package io.orchestrix.projection;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Bound;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The subscriptions that write the versions of read models that there are now. Thread-safe. */
public final class ProjectionSubscriptions implements Supplier<Collection<Subscription>> {

  private static final Logger LOG = System.getLogger(ProjectionSubscriptions.class.getName());
  private static final GlobalPosition ALL = new GlobalPosition(Long.MAX_VALUE);

  private final Map<String, RegisteredProjection> projections = new LinkedHashMap<>();
  private final ReadModelStore readModels;
  private final SegmentStore segments;
  private final CurrentMessage current;
  private final Clock clock;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  public ProjectionSubscriptions(
      Collection<RegisteredProjection> projections,
      ReadModelStore readModels,
      SegmentStore segments,
      CurrentMessage current,
      Clock clock) {
    projections.forEach(projection -> this.projections.put(projection.name(), projection));
    this.readModels = readModels;
    this.segments = segments;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public Collection<Subscription> get() {
    Map<String, ReadModelState> states = new LinkedHashMap<>();
    readModels.all().forEach(state -> states.put(state.projection(), state));
    List<Subscription> subscriptions = new ArrayList<>();
    for (RegisteredProjection projection : projections.values()) {
      ReadModelState state = states.get(projection.name());
      if (state == null) {
        readModels.add(
            ReadModelState.first(projection.name(), projection.type().mode(), clock.instant()));
        state = readModels.find(projection.name()).orElseThrow();
      }
      add(projection, state, subscriptions);
    }
    return subscriptions;
  }

  private void add(
      RegisteredProjection projection, ReadModelState state, List<Subscription> subscriptions) {
    if (projection.isInline() || !isAsItWas(projection, state)) {
      return;
    }
    ReadModel live = state.liveModel();
    subscriptions.add(
        subscription(
            projection, live, projection.type().segments(), GlobalPosition.START, Bound.NONE));
    Integer next = state.next();
    if (next != null) {
      subscriptions.add(beside(projection, new ReadModel(projection.name(), next), live));
    }
  }

  /** Otherwise events that it has handled inline would come again, and count twice. */
  private boolean isAsItWas(RegisteredProjection projection, ReadModelState state) {
    boolean isAsItWas = state.mode() == projection.type().mode();
    if (!isAsItWas && refused.add(projection.name())) {
      LOG.log(Level.ERROR, ProjectionException.otherMode(state).getMessage());
    }
    return isAsItWas;
  }

  /**
   * It never overtakes the live one, so that what that does outside of the database is done once.
   */
  private Subscription beside(RegisteredProjection projection, ReadModel next, ReadModel live) {
    int parts = Math.max(1, segments.segments(live.subscription()).size());
    Bound bound =
        segment ->
            segments.segments(live.subscription()).stream()
                .filter(state -> state.id().segment() == segment)
                .map(SegmentState::checkpoint)
                .findFirst()
                .orElse(GlobalPosition.START);
    return subscription(projection, next, parts, ALL, bound);
  }

  private Subscription subscription(
      RegisteredProjection projection,
      ReadModel readModel,
      int parts,
      GlobalPosition replayedTo,
      Bound bound) {
    return new Subscription(
        readModel.subscription(),
        projection.handler(readModel, current),
        projection.type().sequencing(),
        parts,
        projection.batch(),
        GlobalPosition.START,
        replayedTo,
        bound);
  }
}
