package io.orchestrix.message.cloudevents;

import io.orchestrix.message.Metadata;
import io.orchestrix.message.StoredPayload;

/**
 * A message as it came in a CloudEvent, not yet an object.
 *
 * @param metadata what is known of it
 * @param payload its data, as an event of that type and revision would stand in the store
 */
public record ReceivedMessage(Metadata metadata, StoredPayload payload) {}
