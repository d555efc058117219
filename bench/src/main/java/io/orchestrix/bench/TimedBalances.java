package io.orchestrix.bench;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Balances}, and when each event was committed: by its append, and in its row. */
@Projection("timed-balances")
class TimedBalances {

  private final Balances balances;
  private final UnitOfWork unitOfWork;
  private final Map<GlobalPosition, Long> appended = new ConcurrentHashMap<>();
  private final Map<GlobalPosition, Long> projected = new ConcurrentHashMap<>();

  TimedBalances(Balances balances, UnitOfWork unitOfWork) {
    this.balances = balances;
    this.unitOfWork = unitOfWork;
  }

  void booked(@HandlesEvent MoneyBooked event, GlobalPosition position) {
    balances.booked(event);
    note(position, projected);
  }

  /** Called in the unit of work of the append. */
  void appended(GlobalPosition position) {
    note(position, appended);
  }

  private void note(GlobalPosition position, Map<GlobalPosition, Long> times) {
    unitOfWork.afterEnd(
        end -> {
          if (end == UnitOfWork.End.COMMITTED) {
            times.put(position, System.nanoTime());
          }
        });
  }

  /** In milliseconds, the shortest first. */
  double[] delays() {
    return appended.entrySet().stream()
        .mapToDouble(each -> Math.max(0, projectedAt(each.getKey()) - each.getValue()) / 1e6)
        .sorted()
        .toArray();
  }

  private long projectedAt(GlobalPosition position) {
    return Objects.requireNonNull(projected.get(position), position::toString);
  }
}
