package io.orchestrix.it.bank;

import io.orchestrix.it.nodes.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A node as its clients see it, and what it answered. One that answers nobody is away, and until it
 * answers again only a single client in a second tries it. Safe for many threads.
 */
final class Branch {
  /** Longer than the lock_timeout of the data source, so that slow is told from silent. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Bank bank;
  private final AnswerLog bookings;
  private final AnswerLog reads;
  private final AtomicLong nextTry = new AtomicLong(System.nanoTime());
  private volatile long lastAnswer = System.nanoTime();
  private volatile boolean away;

  Branch(Bank bank, AnswerLog bookings, AnswerLog reads) {
    this.bank = bank;
    this.bookings = bookings;
    this.reads = reads;
  }

  static Branch at(Node node) {
    return new Branch(Bank.at(node.server(), PATIENCE), new AnswerLog(), new AnswerLog());
  }

  AnswerLog bookings() {
    return bookings;
  }

  AnswerLog reads() {
    return reads;
  }

  /** Whether a client should come here now. */
  boolean isOpen() {
    var now = System.nanoTime();
    var at = nextTry.get();
    return !away || (now - at >= 0 && nextTry.compareAndSet(at, now + SECOND));
  }

  Answer book(Ledger ledger, Entry entry) throws IOException {
    return ask(bookings, () -> ledger.send(bank, entry));
  }

  Answer read(String account) throws IOException {
    return ask(reads, () -> bank.account(account));
  }

  /** A server that has started, but not yet its applications, is as one that does not answer. */
  private static Answer ofBank(Answer answer) throws IOException {
    if (answer.status() == 404 && answer.code().isEmpty()) {
      throw new IOException("No application answers at this address yet.");
    }
    return answer;
  }

  private Answer ask(AnswerLog log, AnswerLog.Question question) throws IOException {
    try {
      var answer = log.write(() -> ofBank(question.ask()));
      lastAnswer = System.nanoTime();
      away = false;
      return answer;
    } catch (IOException e) {
      away = System.nanoTime() - lastAnswer > SECOND;
      throw e;
    }
  }
}
