package io.orchestrix.message;

/**
 * The payload of an event as it stands in the store.
 *
 * @param type the stored name of its type
 * @param revision in which it was written, at least 1
 * @param json a JSON object
 */
public record StoredPayload(String type, int revision, String json) {

  /**
   * @throws IllegalArgumentException if the revision is less than 1
   */
  public StoredPayload {
    new EventRevision(type, revision); // checks it
  }
}
