package io.orchestrix.examples.banking.balance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the bookings on an account, oldest first.
 *
 * @param next after which position the next page begins; {@code null} on the last one
 */
public record Statement(String accountId, List<Booking> bookings, @Nullable Long next) {}
