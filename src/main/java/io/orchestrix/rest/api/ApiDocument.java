package io.orchestrix.rest.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The document of the API, which the build makes of its classes. */
final class ApiDocument {

  private static final String FILE = "/META-INF/orchestrix/openapi.json";

  private ApiDocument() {}

  /**
   * The document of an application of the server.
   *
   * @param base the path of the API there
   */
  static String below(String base) {
    String context = base.substring(0, base.lastIndexOf("/" + ApiApplication.PATH));
    JsonObject server =
        Json.createObjectBuilder().add("url", context.isEmpty() ? "/" : context).build();
    return Json.createObjectBuilder(read())
        .add("servers", Json.createArrayBuilder().add(server))
        .build()
        .toString();
  }

  private static JsonObject read() {
    try (InputStream file = ApiDocument.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The jar has no " + FILE + ".");
      }
      try (JsonReader reader = Json.createReader(file)) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
