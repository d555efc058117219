package io.orchestrix.bench;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.Snapshots;

/** The aggregate of Orchestrix, with snapshots. */
@Aggregate("account")
@Snapshots(every = 100)
class KeptAccount extends Account {}
