package com.acme.leaky.orders;

import com.acme.leaky.billing.Bill;
import io.orchestrix.aggregate.AggregateRepository;
import java.util.function.Supplier;

/** Reaches an aggregate by a type argument alone. */
public class Orders {

  Supplier<AggregateRepository<Bill>> bills = () -> null;
}
