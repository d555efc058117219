package com.acme.savings;

import io.orchestrix.query.Query;
import java.math.BigDecimal;

/** How much somebody has saved. */
record SavingsOf(String accountId) implements Query<BigDecimal> {}
