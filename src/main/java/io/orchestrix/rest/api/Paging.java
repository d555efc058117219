package io.orchestrix.rest.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted. */
public class Paging {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  /** Of the two longest parts of a key, encoded. */
  private static final int LONGEST_CURSOR = 2_100;

  /** How many elements. */
  @Parameter(
      description = "How many elements the page has at most.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
  @QueryParam("limit")
  @Nullable String limit;

  /** Where to go on. */
  @Parameter(
      description = "Where to go on: what 'next' of the page before says. None to begin.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 2100))
  @QueryParam("after")
  @Nullable String after;

  int limit() {
    return (int) Parameters.number("limit", limit, USUAL, 1, MOST);
  }

  /** Where to go on; {@code null} at the beginning. */
  @Nullable String after() {
    return Parameters.text("after", after, LONGEST_CURSOR);
  }
}
