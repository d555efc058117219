package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Http;
import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.rest.SecuredResource;
import io.orchestrix.it.guest.rest.WithoutClasses;
import io.orchestrix.it.guest.side.GuardedResource;
import io.orchestrix.it.guest.side.WriteGuarded;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with users and roles. */
@ExtendWith(ArquillianExtension.class)
class SecuredWarIT {

  @Deployment(testable = false)
  static WebArchive application() {
    return Applications.war("secured")
        .addClasses(Notes.class, WithoutClasses.class, SecuredResource.class)
        .addClasses(GuardedResource.class, WriteGuarded.class)
        .setWebXML(
            new StringAsset(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <login-config>
                    <auth-method>BASIC</auth-method>
                  </login-config>
                  <security-role>
                    <role-name>writer</role-name>
                  </security-role>
                </web-app>
                """));
  }

  @Test
  void only_a_writer_may_send_the_command() throws Exception {
    assertThat(status("ada:analytical")).isEqualTo(200);
    assertThat(status("bob:builder")).isEqualTo(403);
    assertThat(status("ada:wrong")).isIn(401, 403);
    assertThat(anonymous()).isIn(401, 403);
  }

  @Test
  void a_command_is_guarded_wherever_it_is_sent_from() throws Exception {
    assertThat(send("guarded/1", "ada:analytical").body()).isEqualTo("written");
    assertThat(send("guarded/1/later", "ada:analytical").body()).isEqualTo("written");
    var refused = send("guarded/1", "bob:builder");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("ORX-2110");
    assertThat(send("guarded/1/later", "bob:builder").body()).isEqualTo("ORX-2110");
    assertThat(Http.send(request("guarded/1")).statusCode()).isIn(401, 403);
  }

  @Test
  void the_store_is_part_of_the_health_of_the_server() throws Exception {
    var health = ManagedServer.server().health();

    var ready = Http.get(health.resolve("/health/ready"));

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body().split("\"orchestrix-event-store\"", -1))
        .as("the checks of the bank and of this application in %s", ready.body())
        .hasSize(1 + 2);
  }

  private static int status(String user) throws Exception {
    return send("secured/1", user).statusCode();
  }

  private static HttpResponse<String> send(String path, String user) throws Exception {
    var credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    return Http.send(request(path).header("Authorization", "Basic " + credentials));
  }

  private static int anonymous() throws Exception {
    return Http.send(request("secured/1")).statusCode();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(ManagedServer.server().address().resolve("/secured/api/" + path))
        .POST(HttpRequest.BodyPublishers.noBody());
  }
}
