package io.orchestrix.aggregate;

import io.orchestrix.aggregate.LampEvent.Blown;
import io.orchestrix.aggregate.LampEvent.Confused;
import io.orchestrix.aggregate.LampEvent.Fitted;
import io.orchestrix.aggregate.LampEvent.Labelled;
import io.orchestrix.aggregate.LampEvent.SwitchedOff;
import io.orchestrix.aggregate.LampEvent.SwitchedOn;
import io.orchestrix.aggregate.LampState.Burnt;
import io.orchestrix.aggregate.LampState.Empty;
import io.orchestrix.aggregate.LampState.Working;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decider with every kind of answer. */
@Aggregate("lamp")
@Snapshots(every = 3)
final class Lamp implements Decider<LampOrder, LampState, LampEvent> {

  private Lamp() {}

  @Override
  public LampState initial() {
    return new Empty();
  }

  @Override
  public List<LampEvent> decide(LampOrder order, LampState state) {
    if (order instanceof LampOrder.Fit fit) {
      if (!(state instanceof Empty)) {
        throw new DomainRuleException("fitted", "Something is fitted already.");
      }
      return List.of(new Fitted(fit.uses()));
    }
    if (order instanceof LampOrder.Confuse confuse) {
      return confused(confuse.how());
    }
    if (!(state instanceof Working working)) {
      return List.of();
    }
    if (order instanceof LampOrder.Label label) {
      return List.of(new Labelled(label.label()));
    }
    if (order instanceof LampOrder.SwitchOff) {
      return working.on() ? List.of(new SwitchedOff()) : List.of();
    }
    return working.left() == 0 ? List.of(new Blown()) : List.of(new SwitchedOn());
  }

  @SuppressWarnings("NullAway") // that is the point
  private static List<LampEvent> confused(String how) {
    return switch (how) {
      case "null" -> null;
      case "null in it" -> Arrays.asList(new SwitchedOff(), null);
      default -> List.of(new Confused());
    };
  }

  @Override
  @SuppressWarnings("NullAway") // that is the point
  public LampState evolve(LampState state, LampEvent event) {
    if (event instanceof Fitted fitted) {
      return new Working(false, fitted.uses(), Set.of(), Map.of());
    }
    if (event instanceof Blown) {
      return new Burnt();
    }
    if (!(state instanceof Working working)) {
      return null;
    }
    if (event instanceof SwitchedOn) {
      return new Working(true, working.left() - 1, working.labels(), working.lengths());
    }
    if (event instanceof SwitchedOff) {
      return new Working(false, working.left(), working.labels(), working.lengths());
    }
    return event instanceof Labelled labelled ? labelled(working, labelled.label()) : null;
  }

  private static @Nullable Working labelled(Working working, String label) {
    Set<String> labels = new HashSet<>(working.labels());
    labels.add(label);
    Map<String, BigDecimal> lengths = new HashMap<>(working.lengths());
    lengths.put(label, new BigDecimal(label.length()).setScale(2));
    return new Working(working.on(), working.left(), labels, lengths);
  }

  @Override
  public boolean isTerminal(LampState state) {
    return state instanceof Burnt;
  }
}
