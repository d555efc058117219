package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Http;
import io.orchestrix.it.Servers;
import org.junit.jupiter.api.Test;

class WelcomeIT {
  @Test
  void the_first_page_lists_the_examples_and_asks_nobody_else() throws Exception {
    var page = Http.get(Servers.of(Database.H2).address().resolve("/"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Banking", "/banking/api", "/health/ready", "/openapi/ui/")
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @Test
  void every_link_of_the_first_page_leads_somewhere() throws Exception {
    var server = Servers.of(Database.H2).address();
    for (var link :
        new String[] {"/style.css", "/health/ready", "/health/live", "/metrics", "/openapi/ui/"}) {
      assertThat(Http.get(server.resolve(link)).statusCode()).as(link).isEqualTo(200);
    }
  }
}
