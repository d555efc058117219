package com.acme.balance;

import java.math.BigDecimal;

/** What is on an account. */
public record Balance(String accountId, BigDecimal amount) {}
