package io.orchestrix.projection;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes the next steps of all that is rebuilt; one that fails holds up no other. Thread-safe. */
final class Advancing {

  private static final Logger LOG = System.getLogger(Advancing.class.getName());

  private final ReadModelStore readModels;
  private final SwitchingOver switchingOver;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  Advancing(ReadModelStore readModels, SwitchingOver switchingOver) {
    this.readModels = readModels;
    this.switchingOver = switchingOver;
  }

  void advance(Map<String, RegisteredProjection> projections) {
    attempt(
        "projections",
        () ->
            readModels
                .all()
                .forEach(
                    state ->
                        attempt(
                            "the projection " + state.projection(),
                            () -> advance(projections.get(state.projection()), state))));
  }

  private void advance(@Nullable RegisteredProjection projection, ReadModelState state) {
    if (projection != null && !projection.isInline()) {
      switchingOver.advance(projection, state);
    }
  }

  /** A failure is logged once; that another node was faster is none. */
  private void attempt(String which, Runnable step) {
    try {
      step.run();
      failing.remove(which);
    } catch (RuntimeException e) {
      boolean isOutrun = e instanceof OrchestrixException found && found.kind() == Kind.CONFLICT;
      if (!isOutrun && failing.add(which)) {
        LOG.log(
            Level.WARNING,
            "ORX-3209 The next step of rebuilding "
                + which
                + " failed; it is tried again and again.",
            e);
      }
    }
  }
}
