package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Clients that look at the accounts of an owner all the time, while nobody withdraws: neither the
 * number of accounts nor the sum of what is on them ever shrinks.
 */
final class Readers implements AutoCloseable {
  private final Bank bank;
  private final String owner;
  private final BigDecimal leastSum;
  private final int leastCount;
  private final AtomicLong reads = new AtomicLong();
  private CompletableFuture<?> readers = CompletableFuture.completedFuture(null);
  private volatile boolean going = true;

  Readers(Bank bank, String owner, BigDecimal leastSum, int leastCount) {
    this.bank = bank;
    this.owner = owner;
    this.leastSum = leastSum;
    this.leastCount = leastCount;
  }

  void start(int size) {
    var threads = Executors.newFixedThreadPool(size);
    readers =
        CompletableFuture.allOf(
            IntStream.range(0, size)
                .mapToObj(reader -> CompletableFuture.runAsync(this::read, threads))
                .toArray(CompletableFuture<?>[]::new));
    threads.shutdown();
  }

  long count() {
    return reads.get();
  }

  /** Fails if one of them has seen less than before. */
  @Override
  public void close() {
    going = false;
    readers.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private void read() {
    var sum = leastSum;
    var count = leastCount;
    try {
      while (going) {
        var page = bank.accounts(owner, "", 100);
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        var now =
            page.body()
                .path("accounts")
                .valueStream()
                .map(account -> account.path("balance").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(page.body().path("accounts").size()).isGreaterThanOrEqualTo(count);
        assertThat(now).isGreaterThanOrEqualTo(sum);
        count = page.body().path("accounts").size();
        sum = now;
        reads.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
