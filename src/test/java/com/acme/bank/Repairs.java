package com.acme.bank;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.message.GlobalPosition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What the bank does about events that its balances could not handle. */
@Singleton
class Repairs {

  private static final String BALANCES = "balances/1";

  private final DeadLetterQueue letters;

  @Inject
  Repairs(DeadLetterQueue letters) {
    this.letters = letters;
  }

  List<DeadLetter> toDecideOn() {
    DeadLetterQuery parked =
        DeadLetterQuery.ALL.subscription(BALANCES).states(DeadLetterState.PARKED).onlyFirst();
    return letters.page(parked, null, 50);
  }

  int afterTheNewVersionIsDeployed() {
    return letters.retryAll(
        DeadLetterQuery.ALL.subscription(BALANCES).failure("java.lang.NullPointerException"));
  }

  void correctAmount(long position, String json) {
    DeadLetterId id = new DeadLetterId(BALANCES, new GlobalPosition(position));
    letters.edit(id, json, "the amount was sent in cents");
    letters.retry(id);
  }

  void doWithout(DeadLetter letter) {
    letters.discard(letter.id(), "a test that should not have been in production");
  }
}
