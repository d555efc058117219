package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal.CommandHandled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReplacedBeansTest {

  private static final Instant THEN = Instant.parse("2001-02-03T04:05:06.789Z");

  record Ask() implements Command {}

  @ApplicationScoped
  static class Handlers {
    Metadata ask(@HandlesCommand Ask command, Metadata metadata) {
      return metadata;
    }
  }

  @Dependent
  static class Replacements {
    static final RecordingMonitor MONITOR = new RecordingMonitor();
    static final PayloadCodec CODEC = new JacksonPayloadCodec();

    @Produces
    @Singleton
    Clock clock() {
      return Clock.fixed(THEN, ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    @Named("codec")
    PayloadCodec codec() {
      return CODEC;
    }

    @Produces
    @Singleton
    RecordingMonitor monitor() {
      return MONITOR;
    }
  }

  @Test
  void beans_of_the_application_replace_ours() {
    try (Container container =
        Container.start(TestDatabase.h2(), Handlers.class, Replacements.class)) {
      Metadata metadata = container.get(CommandBus.class).send(new Ask(), Metadata.class);

      assertThat(metadata.time()).isEqualTo(THEN);
      assertThat(Replacements.MONITOR.signals(CommandHandled.class)).hasSize(1);
      assertThat(container.get(PayloadCodec.class)).isSameAs(Replacements.CODEC);
    }
  }

  @Test
  void without_them_ours_are_there() {
    try (Container container = Container.start(TestDatabase.h2(), Handlers.class)) {
      Metadata metadata = container.get(CommandBus.class).send(new Ask(), Metadata.class);

      assertThat(metadata.time()).isAfter(THEN);
      assertThat(container.get(Monitor.class)).isSameAs(Monitor.NONE);
      assertThat(container.get(PayloadCodec.class)).isInstanceOf(JacksonPayloadCodec.class);
    }
  }
}
