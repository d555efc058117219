package io.orchestrix.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Work that CDI does when a transaction has been committed. */
record AfterTheCommit(Runnable work) {

  /** Does it. */
  @ApplicationScoped
  static class Worker {
    void work(@Observes(during = TransactionPhase.AFTER_SUCCESS) AfterTheCommit event) {
      event.work().run();
    }
  }
}
