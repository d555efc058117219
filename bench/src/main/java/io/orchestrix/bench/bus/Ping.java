package io.orchestrix.bench.bus;

import io.orchestrix.message.Command;

/** Do nothing. */
record Ping(long number) implements Command {}
