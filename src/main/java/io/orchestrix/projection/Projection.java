package io.orchestrix.projection;

import io.orchestrix.subscription.Sequencing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that keeps a read model: its methods with {@link
 * io.orchestrix.subscription.HandlesEvent @HandlesEvent} take the events of the store in their
 * order. What they write in the transaction that they run in, and how far they are, is committed
 * together; so each event takes effect exactly once, also when a server crashes.
 *
 * <pre>{@code
 * @Projection("balances")
 * public class Balances {
 *   @PersistenceContext(unitName = "bank") EntityManager entities;
 *
 *   void opened(@HandlesEvent AccountOpened event) {
 *     entities.persist(new Balance(event.accountId(), event.initial()));
 *   }
 *
 *   void deposited(@HandlesEvent MoneyDeposited event) {
 *     entities.find(Balance.class, event.accountId()).add(event.amount());
 *   }
 *
 *   @OnReset
 *   void clear() {
 *     entities.createQuery("delete from Balance").executeUpdate();
 *   }
 * }
 * }</pre>
 *
 * <p>A projection that fails never holds up another, nor a command, unless it is {@linkplain
 * Mode#INLINE inline}. What is done when an event fails says {@link
 * io.orchestrix.subscription.OnFailure}.
 */
@Documented
@Stereotype
@ApplicationScoped
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Projection {

  /** The name, unique in the application: letters, digits, {@code -}, {@code _} and {@code .}. */
  String value();

  /** When events are handled. */
  Mode mode() default Mode.ASYNC;

  /**
   * Into how many parts the work is divided, 1 to 256; nodes share them. With one, all events come
   * in the order of the store; with several, only those of one sequence do.
   */
  int segments() default 1;

  /**
   * Which events have to be in order; those of a stream by default; it has a constructor without
   * parameters.
   */
  Class<? extends Sequencing> sequencing() default ByStream.class;

  /** When a projection handles events. */
  enum Mode {
    /** Soon after their commit, in a transaction of its own. */
    ASYNC,
    /** In the transaction that stores them; its failure is that of the command. */
    INLINE
  }
}
