package com.acme.fulfilment;

import com.acme.fulfilment.Returns.Goods;
import io.orchestrix.saga.SagaException;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.Sagas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes goods back. */
@Singleton
class ReturnsDesk {

  private final Sagas sagas;

  @Inject
  ReturnsDesk(Sagas sagas) {
    this.sagas = sagas;
  }

  SagaId begin(Goods goods) {
    return sagas.start(Returns.NAME, goods.returnId(), goods);
  }

  boolean isDone(SagaId id) {
    try {
      SagaInstance instance = sagas.await(id, Duration.ofSeconds(5));
      return instance.status().isEnded();
    } catch (SagaException e) { // it goes on
      return false;
    }
  }
}
