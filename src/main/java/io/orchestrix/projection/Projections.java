package io.orchestrix.projection;

import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The projections of the application: how far they are, and what can be done with them, on whatever
 * node they run. Inject it. Thread-safe.
 *
 * <pre>{@code
 * GlobalPosition position = ...; // of what a command has stored
 * if (projections.await("balances", position, Duration.ofSeconds(2))) { ... } // read your writes
 * }</pre>
 *
 * <p>What changes something is done outside of the transaction of the caller, if there is one, and
 * is done when it returns.
 *
 * <p>Every operation refuses a name that it does not know with a {@link ProjectionException}.
 */
public final class Projections {

  private final Map<String, RegisteredProjection> projections = new TreeMap<>();
  private final ProjectionServices services;
  private final Pausing pausing;
  private final Replaying replaying;
  private final Rebuilding rebuilding;
  private final Advancing advancing;

  public Projections(Collection<RegisteredProjection> projections, ProjectionServices services) {
    projections.forEach(projection -> this.projections.put(projection.name(), projection));
    this.services = services;
    ReadModelVersions versions = new ReadModelVersions(services);
    this.pausing = new Pausing(services, versions);
    this.replaying = new Replaying(services, versions);
    this.rebuilding = new Rebuilding(services, versions);
    this.advancing =
        new Advancing(services.readModels(), new SwitchingOver(services, versions, replaying));
  }

  /** How it stands with all of them, in the order of their names. */
  public List<ProjectionStatus> list() {
    return projections.values().stream().map(this::status).toList();
  }

  /** How it stands with one. */
  public ProjectionStatus status(String projection) {
    return status(find(projection));
  }

  private ProjectionStatus status(RegisteredProjection projection) {
    ReadModelState state = state(projection);
    ReadModel live = state.liveModel();
    return new ProjectionStatus(
        projection.name(),
        projection.type().mode(),
        live,
        services.node().checkpoints().status(live.subscription()).orElse(null),
        rebuilding.status(state));
  }

  /** The version of a read model that is to be read now; it may change at any time. */
  public ReadModel live(String projection) {
    return state(find(projection)).liveModel();
  }

  /**
   * Waits until a projection has handled all events up to a position, on whatever node. An event
   * that was parked as a dead letter counts as handled.
   *
   * @return whether it has, in time
   */
  public boolean await(String projection, GlobalPosition position, Duration timeout) {
    RegisteredProjection found = find(projection);
    return found.isInline()
        || services
            .node()
            .checkpoints()
            .await(() -> state(found).liveModel().subscription(), position, timeout);
  }

  /** Lets it handle nothing any more, from now on, until it is resumed. */
  public void pause(String projection) {
    change("pause", projection, () -> pausing.pause(state(async(projection))));
  }

  /**
   * Lets it go on that was paused, or that stopped because an event failed; so does the version
   * that is built beside it.
   */
  public void resume(String projection) {
    change("resume", projection, () -> pausing.resume(state(async(projection))));
  }

  /** Resets it and lets it handle all events again. Meanwhile its read model is not complete. */
  public void replay(String projection) {
    replay(projection, GlobalPosition.START);
  }

  /** Resets it and lets it handle the events again that have occurred from {@code instant} on. */
  public void replay(String projection, Instant instant) {
    replay(projection, services.events().before(instant));
  }

  /**
   * Resets it, by its method with {@link OnReset}, and lets it handle the events again that follow
   * a position. Its open dead letters of those events are discarded.
   *
   * @throws ProjectionException if it has no such method, or is being rebuilt, or that method
   *     fails; then it is paused
   */
  public void replay(String projection, GlobalPosition after) {
    change("replay", projection + " after " + after, () -> replayOnce(async(projection), after));
  }

  private void replayOnce(RegisteredProjection found, GlobalPosition after) {
    ReadModelState state = state(found);
    if (state.next() != null) {
      throw ProjectionException.replayedAndRebuilt(state);
    }
    replaying.replay(found, state, after);
  }

  /**
   * Begins to build the next version of its read model beside the live one. It is read as soon as
   * somebody {@linkplain #switchOver switches over}.
   *
   * @return the version that is built
   * @throws ProjectionException if it keeps no versions apart, or is being rebuilt already
   */
  public ReadModel rebuild(String projection) {
    List<ReadModel> begun = new ArrayList<>(1);
    change("rebuild", projection, () -> begun.add(rebuildNext(async(projection))));
    return begun.get(0);
  }

  private ReadModel rebuildNext(RegisteredProjection found) {
    if (!found.type().hasVersions()) {
      throw ProjectionException.withoutVersions(found.type());
    }
    return rebuilding.begin(state(found));
  }

  /**
   * Lets the version that is built be read, as soon as it is where the live one is; that one is
   * dropped a while later. It can be asked for at any time.
   */
  public void switchOver(String projection) {
    change("switch", projection, () -> rebuilding.switchOver(state(async(projection))));
  }

  /** Gives the version up that is built, and drops it. */
  public void drop(String projection) {
    change("drop", projection, () -> rebuilding.giveUp(state(async(projection))));
  }

  /**
   * Takes the next steps of all that is rebuilt; called again and again on every node, but not on
   * the thread of its beats, as it may wait some seconds for a batch. One that fails is logged, and
   * tried again with the next call.
   */
  public void advance() {
    advancing.advance(projections);
  }

  /** The steps are transactions of their own; workers see the one only when it is committed. */
  private void change(String action, String target, Runnable steps) {
    services
        .audit()
        .begin("projection." + action, target, "")
        .inSteps(() -> services.unitOfWork().runOutside(steps));
  }

  /** One that is there, and whose progress is told. */
  RegisteredProjection async(String projection) {
    RegisteredProjection found = find(projection);
    if (found.isInline()) {
      throw ProjectionException.inline(projection);
    }
    return found;
  }

  private RegisteredProjection find(String projection) {
    RegisteredProjection found = projections.get(projection);
    if (found == null) {
      throw ProjectionException.unknown(projection);
    }
    return found;
  }

  private ReadModelState state(RegisteredProjection projection) {
    return services
        .readModels()
        .find(projection.name())
        .orElseGet(
            () ->
                ReadModelState.first(
                    projection.name(), projection.type().mode(), services.clock().instant()));
  }
}
