package io.orchestrix.it.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Http;
import io.orchestrix.it.Launch;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.ServerUnderTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How long the server takes to start and how much memory it holds, with the bank and with two tiny
 * applications. {@code mvn verify -Pfootprint} runs it.
 */
class FootprintMeasurement {
  private static final int ROUNDS = Integer.getInteger("footprint.rounds", 5);

  private static final List<Application> APPLICATIONS =
      List.of(
          new Application(
              "one resource",
              "hello",
              200,
              war().addClasses(HelloApplication.class, HelloResource.class)),
          new Application(
              "one resource, one entity",
              "notes",
              200,
              war()
                  .addClasses(HelloApplication.class, NotesResource.class, Note.class)
                  .addAsResource(
                      "io/orchestrix/it/footprint/persistence.xml", "META-INF/persistence.xml")),
          new Application("the bank", "accounts/nobody", 404, null));

  private record Application(
      String title, String path, int status, @Nullable WebArchive insteadOfTheBank) {

    void deployTo(Launch launch) {
      if (insteadOfTheBank != null) {
        insteadOfTheBank.as(ZipExporter.class).exportTo(launch.bank().toFile(), true);
      }
    }
  }

  @Test
  void the_figures_of_the_server_with_and_without_orchestrix() throws Exception {
    var server = ServerUnderTest.find();
    Map<Application, List<Footprint>> figures = new LinkedHashMap<>();
    for (var round = 0; round < ROUNDS; round++) {
      for (var application : APPLICATIONS) {
        figures
            .computeIfAbsent(application, any -> new ArrayList<>())
            .add(measure(server, application));
      }
    }
    System.out.printf(
        "%s, median of %d starts%n%-26s %8s %8s %8s%n",
        server.title(), ROUNDS, "", "start s", "RSS MiB", "heap MiB");
    figures.forEach((application, all) -> print(application, Footprint.median(all)));
  }

  private static WebArchive war() {
    return ShrinkWrap.create(WebArchive.class);
  }

  private static Footprint measure(ServerUnderTest kind, Application application)
      throws IOException, InterruptedException {
    var launch = kind.prepare("footprint", Map.of("db.kind", "h2"));
    application.deployTo(launch);
    var start = System.nanoTime();
    try (var server = new RunningServer(launch)) {
      var answer = Http.get(launch.address().resolve("/banking/api/" + application.path));
      assertThat(answer.statusCode()).isEqualTo(application.status);
      return Footprint.of(server.process(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static void print(Application application, Footprint footprint) {
    System.out.printf(
        "%-26s %8.1f %8d %8d%n",
        application.title,
        footprint.start().toMillis() / 1e3,
        footprint.resident() / 1024,
        footprint.heap() / 1024);
  }
}
