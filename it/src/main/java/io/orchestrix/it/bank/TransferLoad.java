package io.orchestrix.it.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Clients that ask for transfers between accounts, a tenth of them to accounts that are closed or
 * missing. While the server is away they ask again, under the same ids.
 */
final class TransferLoad {

  /** What was asked for. */
  record Wanted(String id, String from, String to, BigDecimal amount) {}

  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMillis(200);

  private final Bank bank;
  private final String name;
  private final List<String> accounts;
  private final List<String> unable;
  private final int size;
  private final Pace pace;
  private final AtomicInteger next = new AtomicInteger();
  private final Queue<Wanted> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private CompletableFuture<?> clients = CompletableFuture.completedFuture(null);

  /**
   * @param unable accounts that take nothing
   * @param size how many transfers there are
   */
  TransferLoad(
      Bank bank, String name, List<String> accounts, List<String> unable, int size, Pace pace) {
    this.bank = bank;
    this.name = name;
    this.accounts = accounts;
    this.unable = unable;
    this.size = size;
    this.pace = pace;
  }

  void start(int count, long seed) {
    var threads = Executors.newFixedThreadPool(count);
    clients =
        CompletableFuture.allOf(
            IntStream.range(0, count)
                .mapToObj(
                    client ->
                        CompletableFuture.runAsync(() -> run(new Random(seed + client)), threads))
                .toArray(CompletableFuture<?>[]::new));
    threads.shutdown();
  }

  boolean isOver() {
    return clients.isDone();
  }

  /** All that was asked for, each accepted by the bank. */
  Queue<Wanted> awaitEnd() {
    clients.orTimeout(120, TimeUnit.SECONDS).join();
    return accepted;
  }

  /** How often something was asked again. */
  int repeated() {
    return repeated.get();
  }

  private void run(Random random) {
    for (var i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
      var from = random.nextInt(accounts.size());
      var other = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
      var to = i % 10 == 0 ? unable.get(random.nextInt(unable.size())) : accounts.get(other);
      var cents = BigDecimal.valueOf(1 + random.nextInt(500), 2);
      pace.await();
      ask(new Wanted(name + "-" + i, accounts.get(from), to, cents));
    }
  }

  private void ask(Wanted wanted) {
    while (!isAccepted(wanted)) {
      repeated.incrementAndGet();
      LockSupport.parkNanos(UNTIL_ASKED_AGAIN.toNanos());
    }
    accepted.add(wanted);
  }

  private boolean isAccepted(Wanted wanted) {
    try {
      var answer =
          bank.transfer(wanted.id(), wanted.from(), wanted.to(), wanted.amount().toPlainString());
      if (answer.status() == 202) {
        return true;
      }
      if (answer.status() < 500 && answer.status() != 404 && answer.status() != 409) {
        throw new AssertionError(wanted + " was answered with " + answer);
      }
      return false; // it starts, or stops
    } catch (IOException e) {
      return false;
    }
  }
}
