package io.orchestrix.query;

import jakarta.validation.constraints.NotBlank;

/** The query that most tests here ask. */
record BalanceOf(@NotBlank String accountId) implements Query<Integer> {}
