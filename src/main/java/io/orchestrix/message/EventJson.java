package io.orchestrix.message;

import jakarta.json.JsonObject;
import java.util.Objects;

/**
 * What an {@link Upcaster} gives: an event of some type and revision, as JSON.
 *
 * @param type the name of its type
 * @param revision of its payload, at least 1
 * @param json its payload
 */
public record EventJson(String type, int revision, JsonObject json) {

  /**
   * @throws IllegalArgumentException if the revision is less than 1
   */
  public EventJson {
    new EventRevision(type, revision); // checks it
    Objects.requireNonNull(json, "json");
  }
}
