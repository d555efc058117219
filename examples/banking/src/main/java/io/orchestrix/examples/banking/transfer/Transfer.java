package io.orchestrix.examples.banking.transfer;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.DomainRuleException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody has asked for; how far it is tells the saga. */
@Aggregate("transfer")
class Transfer extends AggregateRoot {

  private @Nullable TransferRequested request;

  /** Repeated with the same values it is the same request. */
  void request(RequestTransfer command) {
    if (command.from().equals(command.to())) {
      throw new DomainRuleException(
          "two-accounts", "Money goes from one account to another, not to the same.");
    }
    TransferRequested known = request;
    if (known == null) {
      apply(
          new TransferRequested(
              command.transferId(), command.from(), command.to(), command.amount()));
    } else if (!isSame(known, command)) {
      throw new DomainRuleException(
          "transfer-id-taken",
          "The transfer '%s' was requested with other values.".formatted(id()));
    }
  }

  private static boolean isSame(TransferRequested known, RequestTransfer command) {
    return known.from().equals(command.from())
        && known.to().equals(command.to())
        && known.amount().compareTo(command.amount()) == 0;
  }

  TransferRequested requested() {
    return Objects.requireNonNull(request);
  }

  void when(TransferRequested event) {
    request = event;
  }
}
