package com.acme.transfer;

import io.orchestrix.aggregate.DomainRuleException;

/** Nothing can be done with the account any more. */
final class AccountClosedException extends DomainRuleException {

  private static final long serialVersionUID = 1L;

  AccountClosedException(String account) {
    super("account-closed", "The account %s is closed.".formatted(account));
  }
}
