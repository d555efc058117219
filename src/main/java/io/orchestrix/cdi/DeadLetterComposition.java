package io.orchestrix.cdi;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.EventFormat;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the dead letters together, as beans. */
@Dependent
class DeadLetterComposition {

  @Produces
  @Singleton
  DeadLetterStore deadLetters(StoreFactory stores) {
    return stores.deadLetters();
  }

  @Produces
  @Singleton
  DeadLetterQueue deadLetterQueue(
      DeadLetterStore store,
      UnitOfWork unitOfWork,
      EventFormat format,
      Clock clock,
      ActingCaller caller,
      Instance<SubscriptionNode> node,
      AuditTrail audit) {
    return new DeadLetterQueue(
        store, unitOfWork, format, clock, caller::name, () -> node.get().refresh(), audit);
  }
}
