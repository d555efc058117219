package io.orchestrix.command.inmemory;

import io.orchestrix.command.IdempotencyStore;
import io.orchestrix.command.KeyInUseException;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Remembers executions in memory. Thread-safe. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

  /**
   * @param holder the unit of work that has taken the key; {@code null} when it has committed
   * @param earlier what was kept before, and is again if it does not commit
   */
  private record Kept(
      Execution execution, Instant until, @Nullable Object holder, @Nullable Kept earlier) {

    Kept answered(String answer) {
      return new Kept(new Execution(execution.fingerprint(), answer), until, holder, earlier);
    }

    @Nullable Kept ended(End end) {
      return end == End.COMMITTED ? new Kept(execution, until, null, null) : earlier;
    }
  }

  private final Map<Owned, Kept> kept = new ConcurrentHashMap<>();
  private final UnitOfWork unitOfWork;

  public InMemoryIdempotencyStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Execution> take(Owned key, String fingerprint, Instant now, Instant until) {
    Object own = unitOfWork.key();
    AtomicReference<@Nullable Execution> found = new AtomicReference<>();
    kept.compute(
        key,
        (same, earlier) -> {
          if (earlier == null || (earlier.holder() == null && !earlier.until().isAfter(now))) {
            return new Kept(new Execution(fingerprint, null), until, own, earlier);
          }
          if (earlier.holder() != null && !earlier.holder().equals(own)) {
            throw new KeyInUseException(key.key());
          }
          found.set(earlier.execution());
          return earlier;
        });
    if (found.get() == null) {
      try {
        unitOfWork.afterEnd(end -> end(key, own, end));
      } catch (RuntimeException e) { // it has ended meanwhile
        end(key, own, End.NOT_COMMITTED);
        throw e;
      }
    }
    return Optional.ofNullable(found.get());
  }

  private void end(Owned key, Object own, End end) {
    kept.computeIfPresent(key, (same, held) -> own.equals(held.holder()) ? held.ended(end) : held);
  }

  @Override
  public void answered(Owned key, String answer) {
    Object own = unitOfWork.key();
    kept.computeIfPresent(
        key, (same, held) -> own.equals(held.holder()) ? held.answered(answer) : held);
  }

  @Override
  public int forget(Instant now, int atMost) {
    int before = kept.size();
    kept.entrySet().stream()
        .filter(entry -> entry.getValue().holder() == null)
        .filter(entry -> !entry.getValue().until().isAfter(now))
        .limit(atMost)
        .forEach(entry -> kept.remove(entry.getKey(), entry.getValue()));
    return before - kept.size();
  }
}
