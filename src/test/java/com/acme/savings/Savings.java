package com.acme.savings;

import com.acme.savings.SavingsEvent.SavingsDeposited;
import com.acme.savings.SavingsEvent.SavingsOpened;
import io.orchestrix.config.AfterFailure;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.NotOnReplay;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much everybody has saved. */
@Projection("savings")
@OnFailure(attempts = 3, pause = "PT0.05S", then = AfterFailure.DEAD_LETTER)
class Savings {

  private record Key(int version, String accountId) {}

  private final Map<Key, BigDecimal> amounts = new ConcurrentHashMap<>();

  void opened(@HandlesEvent SavingsOpened event, ReadModel readModel) {
    amounts.put(new Key(readModel.version(), event.accountId()), BigDecimal.ZERO);
  }

  void deposited(@HandlesEvent SavingsDeposited event, ReadModel readModel) {
    if (event.amount().signum() < 0) {
      throw new IllegalArgumentException("A deposit of " + event.amount());
    }
    amounts.merge(new Key(readModel.version(), event.accountId()), event.amount(), BigDecimal::add);
  }

  @NotOnReplay
  void welcome(@HandlesEvent SavingsOpened event, Letters letters) {
    letters.welcome(event.owner());
  }

  @OnReset
  void clear(ReadModel readModel, GlobalPosition after) {
    if (!after.equals(GlobalPosition.START)) {
      throw new UnsupportedOperationException("Savings are replayed from the start only.");
    }
    amounts.keySet().removeIf(key -> key.version() == readModel.version());
  }

  BigDecimal savings(@HandlesQuery(reads = "savings") SavingsOf query, Projections projections) {
    int version = projections.live("savings").version();
    return amounts.getOrDefault(new Key(version, query.accountId()), BigDecimal.ZERO);
  }

  /** All that it has written. */
  Map<?, BigDecimal> amounts() {
    return amounts;
  }
}
