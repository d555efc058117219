package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Metadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metadata come back as they were. */
final class MetadataCases {

  private static final String TYPE = "orchestrix.testkit.noted";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private MetadataCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "an event keeps its source, subject, cause and trace",
            scene -> roundTrip(scene, "/bank?\u00e4=\u6f22", "bank/1", TRACE, Scene.time(0)))
        .add(
            "an event without subject, cause and trace keeps them empty",
            scene -> roundTrip(scene, "/bank", null, null, Scene.time(0)))
        .add(
            "a time is kept in microseconds",
            scene -> {
              roundTrip(scene, "/bank", null, null, Instant.parse("2026-12-31T23:59:59.999999Z"));
              roundTrip(scene, "/bank", null, null, Instant.parse("2026-03-29T01:30:00.000001Z"));
              roundTrip(scene, "/bank", null, null, Instant.parse("1969-12-31T23:59:59.999999Z"));
            });
  }

  private static void roundTrip(
      Scene scene, String source, @Nullable String subject, @Nullable String trace, Instant time) {
    Metadata metadata =
        new Metadata(
            Scene.id(),
            TYPE,
            source,
            subject,
            time,
            Scene.id(),
            subject == null ? null : Scene.id(),
            trace);
    scene
        .store()
        .append(
            scene.stream(), AppendCondition.any(), List.of(new NewEvent(metadata, Noted.of("a"))));

    List<RecordedEvent> read = scene.store().read(scene.stream()).toList();
    Expect.that("there is an event", !read.isEmpty());
    Expect.equal("its metadata", read.get(read.size() - 1).metadata(), metadata);
  }
}
