package io.orchestrix.it;

import static io.orchestrix.it.Entry.Kind.DEPOSIT;
import static io.orchestrix.it.Entry.Kind.WITHDRAWAL;

import java.io.IOException;
import java.util.List;
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
  private static final long PLENTY = 1_000_000;

  private final Bank bank;
  private final Ledger ledger;
  private final String name;
  private final List<String> accounts;
  private final Queue<Integer> serverErrors = new ConcurrentLinkedQueue<>();
  private CompletableFuture<?> clients = CompletableFuture.completedFuture(null);

  /** Opens the accounts, as many as there will be clients. */
  Load(Bank bank, Ledger ledger, String name, int size) throws IOException {
    this.bank = bank;
    this.ledger = ledger;
    this.name = name;
    accounts = IntStream.range(0, size).mapToObj(i -> name + "-" + i).toList();
    for (var account : accounts) {
      ledger.send(bank, Entry.opening(account, PLENTY));
    }
  }

  /** Starts the clients; the seed decides what they send. */
  void start(long seed) {
    ExecutorService threads = Executors.newFixedThreadPool(accounts.size());
    clients =
        CompletableFuture.allOf(
            IntStream.range(0, accounts.size())
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
        var answer = ledger.send(bank, next(random, client + "-" + i));
        if (answer.status() >= 500) {
          serverErrors.add(answer.status());
          return;
        }
      }
    } catch (IOException e) {
      // the server is gone: the ledger keeps the entry as unknown
    }
  }

  private Entry next(Random random, String unique) {
    var account = accounts.get(random.nextInt(accounts.size()));
    var amount = 1 + random.nextInt(100);
    var dice = random.nextInt(100);
    if (dice < 10) {
      return Entry.opening(name + "-new-" + unique, amount);
    }
    return Entry.booking(account, dice < 70 ? DEPOSIT : WITHDRAWAL, amount);
  }
}
