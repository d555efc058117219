package io.orchestrix.it.guest.bells;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears bells once their ringing is committed. */
@ApplicationScoped
public class Listener {
  private final BlockingQueue<Rung> heard = new LinkedBlockingQueue<>();

  void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Rung event) {
    heard.add(event);
  }

  /** Waits until a bell rings, 20 s from the last one that rang; forgets what it hears before. */
  public boolean hears(String bellId) throws InterruptedException {
    Rung next = heard.poll(20, TimeUnit.SECONDS);
    while (next != null && !next.bellId().equals(bellId)) {
      next = heard.poll(20, TimeUnit.SECONDS);
    }
    return next != null;
  }
}
