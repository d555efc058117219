package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Http;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Who may use which endpoint: each of them, as the document of the API names it, with each kind of
 * user.
 */
class AuthorisationIT {
  private static final Map<String, String> ROLES =
      Map.of("reader", "orchestrix-reader", "operator", "orchestrix-operator", "stranger", "none");

  private final RunningServer server = Servers.of(Database.POSTGRESQL);

  @TestFactory
  Stream<DynamicTest> each_endpoint_lets_in_those_who_have_its_roles() throws IOException {
    var document = Api.at(server, "operator").get("openapi.json").body();
    assertThat(document.path("paths").propertyNames()).hasSizeGreaterThan(5);
    return document
        .path("paths")
        .propertyStream()
        .flatMap(path -> operations(path.getKey(), path.getValue()));
  }

  private Stream<DynamicTest> operations(String path, JsonNode operations) {
    return operations
        .propertyStream()
        .filter(operation -> operation.getValue().has("responses"))
        .flatMap(
            operation ->
                Stream.of("", "stranger", "reader", "operator")
                    .map(
                        user ->
                            test(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path,
                                user,
                                operation.getValue())));
  }

  private DynamicTest test(String method, String path, String user, JsonNode operation) {
    var who = user.isEmpty() ? "nobody" : user;
    return DynamicTest.dynamicTest(
        method + " " + path + " by " + who, () -> check(method, path, user, roles(operation)));
  }

  /** An endpoint without a rule is a failure. */
  private static List<String> roles(JsonNode operation) {
    var roles = operation.path("x-roles").valueStream().map(JsonNode::asString).toList();
    assertThat(roles).as("%s names roles", operation.path("operationId")).isNotEmpty();
    return roles;
  }

  private void check(String method, String path, String user, List<String> roles) throws Exception {
    var address =
        path.replace("/orchestrix/api/", "")
            .replace("{action}", "retry")
            .replaceAll("\\{[^}]*}", "1");
    var request =
        Api.at(server, user)
            .request(address)
            .header("Content-Type", "application/json")
            .method(
                method,
                HttpRequest.BodyPublishers.ofString(
                    method.equals("GET") ? "" : "{\"nonsense\": 1}"));
    var status = Http.status(request);
    if (user.isEmpty()) {
      assertThat(status).isEqualTo(401);
    } else if (roles.contains(ROLES.get(user))) {
      assertThat(status).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(status).isEqualTo(403);
    }
  }
}
