package io.orchestrix.it.bank;

import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Http;
import io.orchestrix.it.Launch;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.ServerUnderTest;
import io.orchestrix.it.Servers;
import io.orchestrix.it.guest.operations.LettersResource;
import io.orchestrix.it.guest.operations.ProjectionsResource;
import io.orchestrix.it.guest.operations.RowsResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A server and a database of its own, whose bank has an entrance for operators. */
record OperatedBank(RunningServer server, Bank bank) implements AutoCloseable {
  static final String PROJECTION = "balances";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Rows of the version before are gone soon, so that tests need not wait for a minute. */
  private static final String CONFIGURATION =
      """
      orchestrix.schema=migrate
      orchestrix.projections.old-kept=PT2S
      orchestrix.projections.failure.pause=PT0.02S
      """;

  static OperatedBank start(Database database) {
    var settings =
        switch (database) {
          case H2 -> Map.of("db.kind", "h2");
          case POSTGRESQL -> Servers.postgres().settingsOfAnother("operated");
        };
    var launch = ServerUnderTest.find().prepare("operated-" + database, settings);
    pack(launch);
    var server = new RunningServer(launch);
    return new OperatedBank(server, Bank.at(server));
  }

  private static void pack(Launch launch) {
    try {
      var packed = Files.createTempFile("bank", ".war");
      ShrinkWrap.createFromZipFile(WebArchive.class, launch.bank().toFile())
          .addClasses(ProjectionsResource.class, RowsResource.class)
          .addClasses(LettersResource.class, LettersResource.Letter.class)
          .addAsResource(new StringAsset(CONFIGURATION), "META-INF/microprofile-config.properties")
          .as(ZipExporter.class)
          .exportTo(packed.toFile(), true);
      Files.move(packed, launch.bank(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer status() throws IOException {
    return bank.send("GET", "operations/projections/" + PROJECTION);
  }

  Answer act(String action) throws IOException {
    return bank.send("POST", "operations/projections/" + PROJECTION + "/" + action);
  }

  /** The version that is read. */
  int live() throws IOException {
    return status().body().path("live").path("version").asInt();
  }

  void awaitStatus(Predicate<Answer> expected) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              var status = status();
              return status.ok() && expected.test(status);
            });
  }

  /** Waits until every event is in the live version. */
  void awaitCurrent() {
    awaitStatus(
        status -> {
          var subscription = status.body().path("subscription");
          return subscription.path("state").asString("").equals("LIVE")
              && subscription.path("lag").asLong(-1) == 0;
        });
  }

  /** The rows of a version, without its number. */
  List<String> rows(int version, String kind) throws IOException {
    try {
      var address = bank.address().resolve("operations/rows/" + version + "/" + kind);
      return Http.get(address).body().lines().toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The dead letters of an account, oldest first. */
  Answer letters(String account) throws IOException {
    return bank.send("GET", "operations/dead-letters?sequence=account/" + account);
  }

  Answer edit(String subscription, long position, String payload) throws IOException {
    return bank.send(
        HttpRequest.newBuilder(letter(subscription, position, ""))
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString(payload)));
  }

  Answer retry(String subscription, long position) throws IOException {
    return bank.send(
        HttpRequest.newBuilder(letter(subscription, position, "/retry"))
            .POST(BodyPublishers.noBody()));
  }

  private URI letter(String subscription, long position, String action) {
    return bank.address()
        .resolve(
            "operations/dead-letters/%d%s?subscription=%s"
                .formatted(position, action, subscription));
  }

  @Override
  public void close() {
    server.close();
  }
}
