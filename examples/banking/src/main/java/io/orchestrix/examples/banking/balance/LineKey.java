package io.orchestrix.examples.banking.balance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A line of a statement in a version of the read model.
 *
 * @param position that of its event, so that none is there twice
 */
@Embeddable
record LineKey(int version, @Column(name = "account_id") String accountId, long position) {}
