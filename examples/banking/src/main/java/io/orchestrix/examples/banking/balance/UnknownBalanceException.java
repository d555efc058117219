package io.orchestrix.examples.banking.balance;

import io.orchestrix.OrchestrixException;

/** The read model has no such account, or not yet. */
public final class UnknownBalanceException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  UnknownBalanceException(String accountId) {
    super(
        "ORX-9001",
        Kind.NOT_FOUND,
        "The balances have no account '%s'. Check the id, or ask again if it was opened a moment ago."
            .formatted(accountId));
  }
}
