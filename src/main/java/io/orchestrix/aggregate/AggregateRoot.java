package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that decides by its own history: it enforces its rules, {@linkplain #apply applies}
 * events, and is rebuilt from them.
 *
 * <p>State changes only in methods named {@code when} with one event as their parameter; they may
 * be private, they never refuse, declare no checked exception and have no effect outside. An event
 * without such a method changes nothing. Not thread-safe: an instance belongs to one unit of work.
 *
 * <pre>{@code
 * @Aggregate("account")
 * public class Account extends AggregateRoot {
 *   private BigDecimal balance = BigDecimal.ZERO;
 *
 *   void deposit(BigDecimal amount) {
 *     apply(new MoneyDeposited(id(), amount));
 *   }
 *
 *   void when(MoneyDeposited event) {
 *     balance = balance.add(event.amount());
 *   }
 * }
 * }</pre>
 */
public abstract class AggregateRoot {

  private final List<Event> pending = new ArrayList<>();
  private @Nullable String id;
  private long version;

  protected AggregateRoot() {}

  /**
   * Which one it is.
   *
   * @throws IllegalStateException if it was made by {@code new}, without a repository
   */
  public final String id() {
    if (id == null) {
      throw new IllegalStateException("An aggregate gets its id from its repository.");
    }
    return id;
  }

  /** How many events it has seen, pending ones included; 0 for a new one. */
  public final long version() {
    return version;
  }

  /** The events that were applied and are not stored yet, oldest first. */
  public final List<Event> pendingEvents() {
    return List.copyOf(pending);
  }

  /** Lets {@code event} happen: changes the state by it and keeps it to be stored. */
  protected final void apply(Event event) {
    replay(event);
    pending.add(event);
  }

  final void identify(String id) {
    this.id = id;
  }

  final void replay(Event event) {
    WhenMethods.of(getClass()).invoke(this, event);
    version++;
  }

  final void markStored() {
    pending.clear();
  }
}
