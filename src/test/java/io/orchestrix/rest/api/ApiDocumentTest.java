package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document that the build makes of the API. */
class ApiDocumentTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonObject document = read(ApiDocument.below("/bank/orchestrix/api/"));

  @Test
  void it_is_the_one_that_the_documentation_shows() throws IOException {
    Path made = Path.of("target/classes/META-INF/orchestrix/openapi.yaml");
    Path shown = Path.of("../docs/reference/openapi.yaml");

    assertThat(shown).as("copy src/%s there", made).hasSameTextualContentAs(made);
  }

  @Test
  void it_knows_where_it_is() {
    assertThat(document.getJsonArray("servers").getJsonObject(0).getString("url"))
        .isEqualTo("/bank");
    assertThat(ApiDocument.below("/orchestrix/api/")).contains("\"url\":\"/\"");
    assertThat(document.getJsonObject("paths")).containsKey("/orchestrix/api/streams");
  }

  @Test
  void each_operation_says_what_it_does_and_who_may_do_it() {
    assertThat(operations())
        .isNotEmpty()
        .allSatisfy(
            operation -> {
              assertThat(operation.getString("summary")).isNotBlank();
              assertThat(roles(operation)).isNotEmpty();
              assertThat(operation.getJsonObject("responses")).containsKey("default");
            });
    assertThat(operations().map(operation -> operation.getString("operationId")))
        .doesNotHaveDuplicates();
  }

  private Stream<JsonObject> operations() {
    return document.getJsonObject("paths").values().stream()
        .map(JsonValue::asJsonObject)
        .flatMap(path -> path.entrySet().stream())
        .filter(operation -> METHODS.contains(operation.getKey()))
        .map(operation -> operation.getValue().asJsonObject());
  }

  private static List<String> roles(JsonObject operation) {
    return operation.getJsonArray("x-roles").getValuesAs(JsonString::getString);
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
