package io.orchestrix.saga;

import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;
import java.util.List;

/** Money goes from one account to another: the saga of the tests. */
@Saga("transfer")
class Transfers {

  record Requested(String transferId, String from, String to, BigDecimal amount) implements Event {}

  record Withdraw(String account, BigDecimal amount) implements Command {}

  record Deposit(String account, BigDecimal amount) implements Command {}

  record State(String transferId, String from, String to, BigDecimal amount) {}

  static final List<Class<? extends Event>> EVENTS = List.of(Requested.class);

  @StartsOn
  @Correlate("transferId")
  State start(@HandlesEvent Requested e) {
    return new State(e.transferId(), e.from(), e.to(), e.amount());
  }

  @Step(order = 1, compensatedBy = "refund")
  Command debit(State s) {
    return new Withdraw(s.from(), s.amount());
  }

  @Compensation
  Command refund(State s) {
    return new Deposit(s.from(), s.amount());
  }

  @Step(order = 2)
  Command credit(State s) {
    return new Deposit(s.to(), s.amount());
  }

  @OnDeadline("PT30S")
  void late(State s, SagaContext saga) {
    saga.compensate("transfer %s took too long".formatted(s.transferId()));
  }

  static SagaDefinition<?> definition() {
    return definition(Transfers.class, new Transfers());
  }

  /** What a class says, whose methods need nothing to be injected. */
  static SagaDefinition<?> definition(Class<?> type, Object object) {
    return SagaType.of(type)
        .definition(
            work ->
                work.on(
                    object,
                    new io.orchestrix.message.ParameterValues.Call() {
                      @Override
                      public Object get(java.lang.reflect.Parameter parameter) {
                        throw new IllegalArgumentException(parameter.toString());
                      }

                      @Override
                      public void close() {}
                    }));
  }

  static DomainRuleException refusal() {
    return new DomainRuleException("ORX-9001", "closed") {};
  }
}
