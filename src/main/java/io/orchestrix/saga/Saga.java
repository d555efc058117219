package io.orchestrix.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that says how work over several aggregates and time is done: in steps, each of which sends
 * a command, and which are taken back in reverse order when one of them is given up.
 *
 * <pre>{@code
 * @Saga("money-transfer")
 * public class MoneyTransfer {
 *   record State(String transferId, String from, String to, BigDecimal amount) {}
 *
 *   @StartsOn
 *   @Correlate("transferId")
 *   State start(@HandlesEvent TransferRequested e) {
 *     return new State(e.transferId(), e.from(), e.to(), e.amount());
 *   }
 *
 *   @Step(order = 1, compensatedBy = "refund")
 *   Command debit(State s) {
 *     return new WithdrawMoney(s.from(), s.amount(), s.transferId());
 *   }
 *
 *   @Compensation
 *   Command refund(State s) {
 *     return new DepositMoney(s.from(), s.amount(), s.transferId());
 *   }
 *
 *   @Step(order = 2)
 *   Command credit(State s) {
 *     return new DepositMoney(s.to(), s.amount(), s.transferId());
 *   }
 *
 *   @OnDeadline("PT30S")
 *   void late(State s, SagaContext saga) {
 *     saga.compensate("took too long");
 *   }
 * }
 * }</pre>
 *
 * <p>A method is called in the transaction that remembers that it was: what it sends and schedules,
 * and the new state, are kept together, or not at all. It takes, in any order, the state, the
 * {@link SagaContext}, the event with {@code @HandlesEvent}, and beans. It may return the new
 * state, a command or several commands to be sent, or nothing, and a {@link Step} its result. So
 * the bean has no fields of an instance: all of that is in the state, which is written as JSON.
 *
 * <p>One that fails is tried again, see {@link Retried}. Instances never hold up one another.
 */
@Documented
@Stereotype
@ApplicationScoped
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Saga {

  /** The name, unique in the application: letters, digits, {@code -}, {@code _} and {@code .}. */
  String value();

  /**
   * The version, from 1. Instances go on with the one that they have begun with, so its class stays
   * until they have ended; new ones follow the highest.
   */
  int version() default 1;

  /** Earlier versions whose running instances go on with this one. */
  int[] migrates() default {};

  /** The class of the state, for a saga that no event begins. */
  Class<?> state() default void.class;
}
