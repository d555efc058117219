package com.acme.leaky.billing;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;

/** A bill. */
@Aggregate("bill")
public class Bill extends AggregateRoot {}
