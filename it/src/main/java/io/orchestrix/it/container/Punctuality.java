package io.orchestrix.it.container;

import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** How late deadlines begin on a server that has nothing else to do. */
final class Punctuality {
  /** Enough to have it committed, and no divisor of the pauses between two looks of a node. */
  private static final Duration AHEAD = Duration.ofMillis(170);

  private final URI bells;
  private final String name = UUID.randomUUID().toString();

  private Punctuality(URI bells) {
    this.bells = bells;
  }

  /**
   * Has so many fire, each after the one before has, and asks only when it is due.
   *
   * @param path where bells are, below the address of the server
   * @return by the clock of the server, the most punctual first
   */
  static List<Duration> measure(String path, int count) throws IOException, InterruptedException {
    var here = new Punctuality(ManagedServer.server().address().resolve(path + "bells/"));
    here.measure("to warm up");
    var late = new ArrayList<Duration>();
    for (var i = 0; i < count; i++) {
      late.add(here.measure(String.valueOf(i)));
    }
    Collections.sort(late);
    return late;
  }

  private Duration measure(String which) throws IOException, InterruptedException {
    var bell = bells.resolve(name + "-" + which.replace(' ', '-'));
    var schedule = HttpRequest.newBuilder(URI.create(bell + "?in=" + AHEAD));
    var due = Instant.parse(Http.send(schedule.POST(BodyPublishers.noBody())).body());
    var rung =
        await()
            .pollDelay(AHEAD)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> Http.get(bell).body(), times -> !times.isEmpty());
    return Duration.between(due, Instant.parse(rung));
  }
}
