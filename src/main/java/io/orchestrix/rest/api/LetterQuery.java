package io.orchestrix.rest.api;

import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterState;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which dead letters are wanted; what is not given filters nothing. */
public class LetterQuery {

  @Parameter(
      description = "The whole name of the subscription.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 300))
  @QueryParam("subscription")
  @Nullable String subscription;

  @Parameter(
      description =
          "States, one of which a letter is in: parked, waiting, retrying, handled or discarded.",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 5))
  @QueryParam("state")
  List<String> states = List.of();

  @Parameter(
      description = "The key of the events that are handled in order.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 301))
  @QueryParam("sequence")
  @Nullable String sequence;

  @Parameter(
      description = "The class or the code of the last failure.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 300))
  @QueryParam("failure")
  @Nullable String failure;

  @Parameter(
      description = "Only the first open letter of each sequence, for which the others wait.",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @QueryParam("first-only")
  @Nullable String firstOnly;

  DeadLetterQuery query() {
    return new DeadLetterQuery(
        Parameters.text("subscription", subscription),
        Parameters.texts("state", states).stream()
            .map(state -> Parameters.choice("state", state, DeadLetterState.class))
            .map(Objects::requireNonNull)
            .collect(Collectors.toSet()),
        Parameters.text("sequence", sequence, 301),
        Parameters.text("failure", failure),
        Parameters.flag("first-only", firstOnly));
  }
}
