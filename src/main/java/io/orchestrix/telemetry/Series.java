package io.orchestrix.telemetry;

import java.util.List;

/** What is measured, of what: an instrument with values for its labels. */
record Series(Instrument instrument, List<String> labels) {}
