package io.orchestrix.rest.api;

import io.orchestrix.eventstore.EventFilter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of all events are wanted; what is not given filters nothing. */
public class EventQuery {

  /** Names of types, one of which an event has. */
  @QueryParam("types")
  List<String> types = List.of();

  /** Categories of streams, one of which the stream of an event has. */
  @QueryParam("category")
  List<String> categories = List.of();

  /** The conversation. */
  @QueryParam("correlation")
  @Nullable String correlation;

  /** Tags, {@code name:value}, all of which an event has. */
  @QueryParam("tag")
  List<String> tags = List.of();

  EventFilter filter() {
    return new EventFilter(
        Parameters.texts("types", types),
        Parameters.texts("category", categories),
        Parameters.uuid("correlation", correlation),
        Parameters.texts("tag", tags));
  }
}
