package io.orchestrix.rest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request that is being made. */
final class Call {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Api api;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Call(Api api) {
    this.api = api;
  }

  /** What came back. */
  record Answer(MockHttpResponse response) {

    int status() {
      return response.getStatus();
    }

    String text() {
      return new String(response.getOutput(), UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(text());
    }

    String code() {
      return json().path("code").asString("");
    }

    @Nullable String header(String name) {
      Object value = response.getOutputHeaders().getFirst(name);
      return value == null ? null : value.toString();
    }

    @Override
    public String toString() {
      return status() + " " + response.getOutputHeaders() + " " + text();
    }
  }

  Call as(String... roles) {
    return with(LoggedIn.HEADER, String.join(",", roles));
  }

  Call with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String json) {
    return with("Content-Type", headers.getOrDefault("Content-Type", "application/json"))
        .send("POST", path, json.getBytes(UTF_8));
  }

  Answer post(String path, byte[] body) {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, byte @Nullable [] body) {
    MockHttpRequest request = Api.request(method, path, headers);
    if (body != null) {
      request.content(body);
    }
    return new Answer(api.send(request));
  }
}
