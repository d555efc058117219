package io.orchestrix.it.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Clients that book and read as fast as they can and go on through server errors. They repeat what
 * they do not know the outcome of; when the bank says that it kept nothing, every second client
 * repeats and the others take it at its word.
 */
final class SteadyLoad implements AutoCloseable {
  private final Bank bank;
  private final Ledger ledger;
  private final EntrySource source;
  private final AnswerLog answers;
  private CompletableFuture<?> clients = CompletableFuture.completedFuture(null);
  private volatile boolean going = true;

  /** Opens the accounts. */
  SteadyLoad(Bank bank, Ledger ledger, EntrySource source, AnswerLog answers) throws IOException {
    this.bank = bank;
    this.ledger = ledger;
    this.source = source;
    this.answers = answers;
    for (var opening : source.openings()) {
      ledger.send(bank, opening);
    }
  }

  void start(int size, long seed) {
    var threads = Executors.newFixedThreadPool(size);
    clients =
        CompletableFuture.allOf(
            IntStream.range(0, size)
                .mapToObj(client -> CompletableFuture.runAsync(() -> run(client, seed), threads))
                .toArray(CompletableFuture<?>[]::new));
    threads.shutdown();
  }

  /** Waits until every client has its answer; fails if one of them got none. */
  @Override
  public void close() {
    going = false;
    clients.orTimeout(90, TimeUnit.SECONDS).join();
  }

  private void run(int client, long seed) {
    var random = new Random(seed + client);
    try {
      for (var i = 0; going; i++) {
        if (random.nextInt(10) == 0) {
          answers.write(() -> bank.account(source.anyAccount(random)));
        } else {
          book(source.next(random, seed + "-" + client + "-" + i), client % 2 == 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void book(Entry entry, boolean stubborn) throws IOException {
    Answer answer;
    do {
      answer = answers.write(() -> ledger.send(bank, entry));
      if (answer.code().equals("ORX-4002")) { // it was opened when the outcome was unknown
        ledger.booked(entry);
        return;
      }
    } while (going && !answer.ok() && (stubborn || !answer.code().equals("ORX-2002")));
  }
}
