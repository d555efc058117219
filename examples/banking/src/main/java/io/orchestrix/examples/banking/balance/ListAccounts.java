package io.orchestrix.examples.banking.balance;

import io.orchestrix.query.Query;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are there?
 *
 * @param owner whose; {@code null} for everybody's
 * @param after the id of the last account of the page before; empty for the first page
 */
public record ListAccounts(
    @Nullable String owner, @NotNull String after, @Min(1) @Max(100) int limit)
    implements Query<AccountPage> {}
