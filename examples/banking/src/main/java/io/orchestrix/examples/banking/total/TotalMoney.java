package io.orchestrix.examples.banking.total;

import io.orchestrix.query.Query;

/** Where is all the money? */
public record TotalMoney() implements Query<TotalView> {}
