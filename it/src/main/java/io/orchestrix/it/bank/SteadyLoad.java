package io.orchestrix.it.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clients that book and read, as fast as they can or at a pace, and go on through server errors.
 * They repeat what they do not know the outcome of; when the bank says that it kept nothing, every
 * second client repeats and the others take it at its word.
 *
 * <p>Where the bank has several branches, each client has one of its own, in turn. It goes to the
 * next while its own is away or has not answered it, and there repeats what it had asked. So the
 * clients of a sound branch are not held up by another one.
 *
 * <p>Runs for as long as the ledger has room: a few hundred bytes for each booking, nothing else
 * grows.
 */
final class SteadyLoad implements AutoCloseable {

  /** What a client wants of a branch. */
  private interface Wish {
    Answer tell(Branch branch) throws IOException;
  }

  private final List<Branch> branches;
  private final Ledger ledger;
  private final EntrySource source;
  private final Pace pace;
  private CompletableFuture<?> clients = CompletableFuture.completedFuture(null);
  private volatile boolean going = true;

  /** A bank without branches, as fast as it can; opens the accounts. */
  SteadyLoad(Bank bank, Ledger ledger, EntrySource source, AnswerLog answers) throws IOException {
    this(List.of(new Branch(bank, answers, answers)), ledger, source, Pace.asFastAsPossible());
  }

  /** Opens the accounts. */
  SteadyLoad(List<Branch> branches, Ledger ledger, EntrySource source, Pace pace)
      throws IOException {
    this.branches = branches;
    this.ledger = ledger;
    this.source = source;
    this.pace = pace;
    for (var opening : source.openings()) {
      branches.get(0).book(ledger, opening);
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

  /** Waits until every client has its answer; fails if one got none and had nowhere else to go. */
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
          var account = source.anyAccount(random);
          ask(client, branch -> branch.read(account));
        } else {
          book(client, source.next(random, seed + "-" + client + "-" + i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void book(int client, Entry entry) throws IOException {
    var stubborn = client / branches.size() % 2 == 0;
    var turn = client;
    Answer answer;
    do {
      answer = ask(turn, branch -> branch.book(ledger, entry));
      if (answer == null) {
        turn++;
      } else if (answer.code().equals("ORX-4002")) { // it was opened when the outcome was unknown
        ledger.booked(entry);
        return;
      }
    } while (going && !isSettled(answer, stubborn));
  }

  private static boolean isSettled(@Nullable Answer answer, boolean stubborn) {
    return answer != null && (answer.ok() || (!stubborn && answer.code().equals("ORX-2002")));
  }

  /** Null if there was no answer and there are other branches. */
  private @Nullable Answer ask(int turn, Wish wish) throws IOException {
    pace.await();
    try {
      return wish.tell(branch(turn));
    } catch (IOException e) {
      if (branches.size() == 1) {
        throw e;
      }
      return null;
    }
  }

  /** The one whose turn it is, or the next that is there. */
  private Branch branch(int turn) {
    var size = branches.size();
    return IntStream.range(turn, turn + size)
        .mapToObj(i -> branches.get(i % size))
        .filter(Branch::isOpen)
        .findFirst()
        .orElse(branches.get(turn % size));
  }
}
