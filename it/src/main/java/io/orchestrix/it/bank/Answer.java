package io.orchestrix.it.bank;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bank answered. */
record Answer(int status, String type, String location, String position, JsonNode body) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Answer of(HttpResponse<String> response) {
    var headers = response.headers();
    var type = headers.firstValue("Content-Type").orElse("");
    return new Answer(
        response.statusCode(),
        type,
        headers.firstValue("Location").orElse(""),
        headers.firstValue("Orchestrix-Position").orElse(""),
        type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode());
  }

  /** As the answer to a repeated request is, which has stored nothing. */
  Answer withoutPosition() {
    return new Answer(status, type, location, "", body);
  }

  boolean ok() {
    return status == 200 || status == 201 || status == 202;
  }

  /** Refused, or without a database before the commit. */
  boolean nothingKept() {
    return (status >= 400 && status < 500) || code().equals("ORX-2002");
  }

  String code() {
    return text("code");
  }

  String text(String field) {
    return body.path(field).asString("");
  }

  /** A field of each element of a list. */
  List<String> texts(String list, String field) {
    return body.path(list).valueStream().map(one -> one.path(field).asString()).toList();
  }

  BigDecimal number(String field) {
    return body.path(field).decimalValue();
  }
}
