package io.orchestrix.examples.banking.balance;

import io.orchestrix.query.Query;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * What was booked on an account?
 *
 * @param after the position of the last booking of the page before; 0 for the first page
 */
public record StatementOf(
    @NotBlank String accountId, @PositiveOrZero long after, @Min(1) @Max(100) int limit)
    implements Query<Statement> {}
