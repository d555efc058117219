package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventJson;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.EventType;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Upcaster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpcasterBeansTest {

  @EventType(revision = 4)
  record Moved(String to, int speed) implements Event {}

  /** A class of its own, with a client proxy. */
  @ApplicationScoped
  static class OfRevision1 implements Upcaster {
    @Override
    public EventRevision source() {
      return new EventRevision("Moved", 1);
    }

    @Override
    public Optional<EventRevision> target() {
      return Optional.of(new EventRevision("Moved", 2));
    }

    @Override
    public List<EventJson> upcast(JsonObject old) {
      JsonObject json = Json.createObjectBuilder(old).add("to", old.getString("where")).build();
      return List.of(new EventJson("Moved", 2, json));
    }
  }

  @Dependent
  static class Produced {
    @Produces static final Upcaster OF_REVISION_2 = Upcaster.of("Moved", 2, old -> old);

    @Produces
    @ApplicationScoped
    @Named("of-revision-3")
    static Upcaster ofRevision3() {
      return Upcaster.of("Moved", 3, old -> Json.createObjectBuilder(old).add("speed", 7).build());
    }
  }

  /** Needs the format while the container starts, when the settings of a test are in force. */
  @ApplicationScoped
  static class AtStart {
    void needs(@Observes @Initialized(ApplicationScoped.class) Object started, EventFormat format) {
      assertThat(format.written()).extracting(EventRevision::type).contains("Moved");
    }
  }

  private static Container start(Map<String, String> settings) {
    return Container.startWith(
        settings, TestDatabase.h2(), Moved.class, OfRevision1.class, Produced.class, AtStart.class);
  }

  @Test
  void every_bean_of_that_type_takes_part_whatever_it_is_made_of() {
    try (Container container = start(Map.of())) {
      assertThat(
              container
                  .get(EventFormat.class)
                  .decode(new StoredPayload("Moved", 1, "{\"where\":\"here\"}")))
          .containsExactly(new Moved("here", 7));
    }
  }

  @Test
  void messages_name_the_bean() {
    try (Container container = start(Map.of())) {
      EventFormat format = container.get(EventFormat.class);

      assertThatThrownBy(() -> format.decode(new StoredPayload("Moved", 1, "{}")))
          .hasMessageStartingWith("ORX-1017")
          .hasMessageContaining("but " + OfRevision1.class.getName() + " threw");
    }
  }

  @Test
  void what_becomes_of_unknown_events_is_configured() {
    try (Container container = start(Map.of("orchestrix.unknown-events", "raw"))) {
      assertThat(container.get(EventFormat.class).decode(new StoredPayload("Gone", 2, "{}")))
          .containsExactly(new RawEvent("Gone", 2, "{}"));
    }
  }
}
