package io.orchestrix.harness;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import org.jboss.weld.transaction.spi.TransactionServices;

/** Tells CDI of JTA, for transactional observers and the injected {@code UserTransaction}. */
final class HarnessTransactions implements TransactionServices {

  private final TransactionSynchronizationRegistryImple registry =
      new TransactionSynchronizationRegistryImple();

  @Override
  public void registerSynchronization(Synchronization synchronization) {
    registry.registerInterposedSynchronization(synchronization);
  }

  @Override
  public boolean isTransactionActive() {
    return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
  }

  @Override
  public UserTransaction getUserTransaction() {
    return com.arjuna.ats.jta.UserTransaction.userTransaction();
  }

  @Override
  public void cleanup() {}
}
