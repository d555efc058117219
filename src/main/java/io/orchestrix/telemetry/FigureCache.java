package io.orchestrix.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for figures when somebody wants them, but not more often than once in a while, for all of
 * them at once, and on a thread of its own: neither work nor a scrape hangs with the database.
 * Thread-safe.
 */
final class FigureCache {

  private static final Logger LOG = System.getLogger(FigureCache.class.getName());

  private final Supplier<Figures> source;
  private final Executor threads;
  private final long interval;
  private final long patience;
  private final LongSupplier nanos;

  private @Nullable CompletableFuture<Figures> reading;
  private @Nullable Figures last;
  private long begun;
  private long ended;
  private boolean isFailing;

  /**
   * @param interval for how long an answer, or a failure, is good
   * @param patience whoever looks waits no longer for an answer
   * @param nanos a clock that only runs forward, as {@link System#nanoTime}
   */
  FigureCache(
      Supplier<Figures> source,
      Executor threads,
      Duration interval,
      Duration patience,
      LongSupplier nanos) {
    this.source = source;
    this.threads = threads;
    this.interval = interval.toNanos();
    this.patience = patience.toNanos();
    this.nanos = nanos;
  }

  /**
   * The figures. While the store thinks for too long they are those that it gave before, until it
   * answers or fails.
   *
   * @return empty if it has failed, or never answered
   */
  Optional<Figures> get() {
    CompletableFuture<Figures> current = current();
    try {
      return Optional.of(current.get(patience(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return last();
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What is left of the patience with this reading, so that many gauges do not wait in turn. */
  private synchronized long patience() {
    return Math.max(0, begun + patience - nanos.getAsLong());
  }

  private synchronized CompletableFuture<Figures> current() {
    CompletableFuture<Figures> known = reading;
    if (known != null && (!known.isDone() || nanos.getAsLong() - ended < interval)) {
      return known;
    }
    CompletableFuture<Figures> started = new CompletableFuture<>();
    begun = nanos.getAsLong();
    reading = started;
    ended = begun;
    try {
      threads.execute(() -> read(started));
    } catch (RuntimeException e) { // servers refuse in more than one way
      started.completeExceptionally(e);
    }
    return started;
  }

  private synchronized Optional<Figures> last() {
    return Optional.ofNullable(last);
  }

  private void read(CompletableFuture<Figures> started) {
    try {
      Figures read = source.get();
      ended(read, null);
      started.complete(read);
    } catch (RuntimeException | Error e) {
      ended(null, e);
      started.completeExceptionally(e);
    }
  }

  /** Says once that there are no figures, until there are some again. */
  private synchronized void ended(@Nullable Figures read, @Nullable Throwable failure) {
    last = read;
    ended = nanos.getAsLong();
    if (failure != null && !isFailing) {
      LOG.log(
          Level.WARNING,
          "ORX-6133 What gauges show could not be read from the store; they are empty until it"
              + " can.",
          failure);
    }
    isFailing = failure != null;
  }
}
