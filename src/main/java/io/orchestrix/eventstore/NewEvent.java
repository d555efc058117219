package io.orchestrix.eventstore;

import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;

/** An event that is to be appended, with its metadata. */
public record NewEvent(Metadata metadata, Event payload) {}
