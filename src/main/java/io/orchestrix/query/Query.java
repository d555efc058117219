package io.orchestrix.query;

/**
 * A question that changes nothing; exactly one handler answers it.
 *
 * <pre>{@code
 * record BalanceOf(String accountId) implements Query<Balance> {}
 * }</pre>
 *
 * @param <R> the type of its answer; {@code Optional<Balance>} where there may be none
 */
public interface Query<R> {}
