package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Servers;
import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.ejb.EverySecond;
import io.orchestrix.it.guest.rest.NotesResource;
import io.orchestrix.it.guest.rest.WithoutClasses;
import io.orchestrix.it.guest.side.LinesInMemory;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that is replaced again and again leaves nothing in the server. */
@ExtendWith(ArquillianExtension.class)
class RedeploymentIT {
  private static final int TIMES = 10;

  /**
   * Three places remember the application that was there last, one each, until the next one comes:
   * the {@code equals} of records (in JDK 17, {@code java.lang.runtime.ObjectMethods} keeps the
   * last record it was linked for), the stack of a WildFly thread that waits for its next request,
   * and on Open Liberty the short name of an EJB that another application has, too.
   */
  private static final int REMEMBERED = 3;

  @ArquillianResource Deployer deployer;

  @Deployment(name = "replaced", managed = false, testable = false)
  static WebArchive application() {
    return Applications.war("replaced")
        .addClasses(Notes.class, WithoutClasses.class, NotesResource.class)
        .addClasses(EverySecond.class, LinesInMemory.class);
  }

  @Test
  void ten_redeployments_leave_nothing_behind() throws Exception {
    var process = ServerProcess.find();
    deployer.deploy("replaced");
    assertThat(process.copiesOf(EverySecond.class)).as("while it is there").isPositive();
    deployer.undeploy("replaced");
    var threads = process.threads();
    for (var i = 0; i < TIMES; i++) {
      replace();
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(process.copiesOf(EverySecond.class)).isLessThanOrEqualTo(REMEMBERED));
    System.out.printf(
        "%d redeployments: %d of their class loaders left; %d threads, then %d%n",
        TIMES, process.copiesOf(EverySecond.class), threads, process.threads());
    assertThat(process.threads()).as("threads").isLessThan(threads + TIMES);
    await() // somebody looks for new events now and then
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(Servers.postgres().busyConnections()).as("connections in use").isZero());
  }

  private void replace() throws Exception {
    deployer.deploy("replaced");
    var guest = new Guest("/replaced/api/");
    assertThat(guest.write(UUID.randomUUID().toString(), "hello").statusCode()).isEqualTo(200);
    deployer.undeploy("replaced");
  }
}
