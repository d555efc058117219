package io.orchestrix.it.bank;

import java.io.IOException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Clients that deposit, withdraw and open accounts as fast as they can, each until its first
 * request without an answer or with a server error.
 */
final class Load {
  private final Bank bank;
  private final Ledger ledger;
  private final EntrySource source;
  private final Queue<Integer> serverErrors = new ConcurrentLinkedQueue<>();
  private CompletableFuture<?> clients = CompletableFuture.completedFuture(null);

  /** Opens the accounts, as many as there will be clients. */
  Load(Bank bank, Ledger ledger, String name, int size) throws IOException {
    this.bank = bank;
    this.ledger = ledger;
    source = EntrySource.of(name, size);
    for (var opening : source.openings()) {
      ledger.send(bank, opening);
    }
  }

  /** Starts the clients; the seed decides what they send. */
  void start(long seed) {
    var size = source.accounts().size();
    ExecutorService threads = Executors.newFixedThreadPool(size);
    clients =
        CompletableFuture.allOf(
            IntStream.range(0, size)
                .mapToObj(
                    client ->
                        CompletableFuture.runAsync(
                            () -> run(new Random(seed + client), seed + "-" + client), threads))
                .toArray(CompletableFuture<?>[]::new));
    threads.shutdown();
  }

  /** Waits until every client has met its first failure. */
  void awaitEnd() {
    clients.orTimeout(90, TimeUnit.SECONDS).join();
  }

  Queue<Integer> serverErrors() {
    return serverErrors;
  }

  private void run(Random random, String client) {
    try {
      for (var i = 0; ; i++) {
        var answer = ledger.send(bank, source.next(random, client + "-" + i));
        if (answer.status() >= 500) {
          serverErrors.add(answer.status());
          return;
        }
      }
    } catch (IOException e) {
      // the server is gone: the ledger keeps the entry as unknown
    }
  }
}
