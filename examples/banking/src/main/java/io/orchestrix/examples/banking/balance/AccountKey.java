package io.orchestrix.examples.banking.balance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * An account in a version of the read model.
 *
 * @param version that of {@link io.orchestrix.projection.ReadModel}, so that the next one can be
 *     built in the same table
 */
@Embeddable
record AccountKey(int version, @Column(name = "account_id") String accountId) {}
