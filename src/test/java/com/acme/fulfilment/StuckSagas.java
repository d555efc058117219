package com.acme.fulfilment;

import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.SagaQuery;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaStatus;
import io.orchestrix.saga.Sagas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What people do about instances that cannot go on. */
@Singleton
class StuckSagas {

  private final Sagas sagas;

  @Inject
  StuckSagas(Sagas sagas) {
    this.sagas = sagas;
  }

  long howMany() {
    return sagas.counts().stream()
        .filter(count -> count.status() == SagaStatus.QUARANTINED)
        .mapToLong(SagaCount::count)
        .sum();
  }

  List<SagaRow> toDecideOn() {
    return sagas.page(new SagaQuery(null, SagaStatus.QUARANTINED), null, 50);
  }

  String why(SagaId id) {
    SagaInstance instance = sagas.find(id).orElseThrow();
    return "%s: %s".formatted(instance.quarantined(), instance.reason());
  }

  void wasRefundedByHand(SagaId id, String operator) {
    sagas.operate(id, OperatorAction.MARK_DONE, operator, "refunded by bank transfer, ticket 4711");
  }

  void tryAgain(SagaId id, String operator) {
    sagas.operate(id, OperatorAction.RETRY, operator, "the payment service is back");
  }
}
