package io.orchestrix.examples.banking.balance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts, in the order of their ids.
 *
 * @param next after which id the next page begins; {@code null} on the last one
 */
public record AccountPage(List<AccountBalance> accounts, @Nullable String next) {}
