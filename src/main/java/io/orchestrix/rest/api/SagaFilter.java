package io.orchestrix.rest.api;

import io.orchestrix.saga.SagaQuery;
import io.orchestrix.saga.SagaStatus;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which instances are wanted; what is not given filters nothing. */
public class SagaFilter {

  @Parameter(
      description = "The whole name of the saga.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 300))
  @QueryParam("name")
  @Nullable String name;

  @Parameter(
      description = "How they stand.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"active", "compensating", "completed", "compensated", "quarantined"}))
  @QueryParam("status")
  @Nullable String status;

  @Parameter(
      description = "Part of the key as it is written.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 300))
  @QueryParam("text")
  @Nullable String text;

  SagaQuery query() {
    return new SagaQuery(
        Parameters.text("name", name),
        Parameters.choice("status", status, SagaStatus.class),
        text == null ? "" : String.valueOf(Parameters.text("text", text)));
  }
}
