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
 * without such a method changes nothing; one that the application does not know takes a {@code
 * when(RawEvent)}. Not thread-safe: an instance belongs to one unit of work.
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
  private Provenance provenance = Provenance.NEW;
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

  /**
   * The version of its stream with all that it has seen, pending events included; 0 for a new one.
   * In a {@code when} method it is the version before the event.
   */
  public final long version() {
    return version;
  }

  /** The events that were applied and are not stored yet, oldest first. */
  public final List<Event> pendingEvents() {
    return List.copyOf(pending);
  }

  /**
   * Lets {@code event} happen: changes the state by it and keeps it to be stored, as it will be
   * then. So nobody may change what it holds: a {@code when} method copies a collection that it
   * goes on to change.
   */
  protected final void apply(Event event) {
    WhenMethods.of(getClass()).invoke(this, event);
    version++;
    pending.add(event);
  }

  final void identify(String id) {
    this.id = id;
  }

  /** Sees what the event in {@code version} of its stream says today, be it nothing. */
  final void replay(List<Event> events, long version) {
    WhenMethods when = WhenMethods.of(getClass());
    for (int i = 0; i < events.size(); i++) {
      when.invoke(this, events.get(i));
    }
    this.version = version;
  }

  /** Its state is that of {@code version}, without the events up to there. */
  final void restored(long version) {
    this.version = version;
  }

  /** It is as the store has it. */
  final void stored(Provenance where) {
    pending.clear();
    provenance = where;
  }

  final Provenance provenance() {
    return provenance;
  }
}
