package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal.CommandHandled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TracingTest {

  record Ask() implements Command {}

  @ApplicationScoped
  static class Handlers {
    Metadata ask(@HandlesCommand Ask command, Metadata metadata) {
      return metadata;
    }
  }

  /** What a server offers whose tracing is on. */
  @Dependent
  static class Server {
    static final Spans SPANS = new Spans();

    @Produces
    @ApplicationScoped
    OpenTelemetry telemetry() {
      return SPANS.telemetry();
    }
  }

  /** What a server offers whose tracing is off. */
  @Dependent
  static class SwitchedOff {
    @Produces
    @ApplicationScoped
    OpenTelemetry telemetry() {
      return OpenTelemetry.noop();
    }
  }

  @Dependent
  static class Own {
    static final RecordingMonitor MONITOR = new RecordingMonitor();

    @Produces
    @Singleton
    RecordingMonitor monitor() {
      return MONITOR;
    }
  }

  @Test
  void the_tracer_of_the_server_and_the_monitor_of_the_application_are_both_told() {
    try (Container container =
        Container.start(TestDatabase.h2(), Handlers.class, Server.class, Own.class)) {
      Metadata metadata = container.get(CommandBus.class).send(new Ask(), Metadata.class);

      assertThat(Own.MONITOR.signals(CommandHandled.class)).hasSize(1);
      assertThat(Server.SPANS.one("send Ask").getSpanId())
          .isEqualTo(Server.SPANS.one("process Ask").getParentSpanId());
      assertThat(metadata.traceparent()).contains(Server.SPANS.one("send Ask").getSpanId());
    }
  }

  @Test
  void nothing_is_traced_where_the_server_has_it_switched_off() {
    try (Container container =
        Container.start(TestDatabase.h2(), Handlers.class, SwitchedOff.class)) {
      Metadata metadata = container.get(CommandBus.class).send(new Ask(), Metadata.class);

      assertThat(metadata.traceparent()).isNull();
      assertThat(Tracing.of(container.cdi())).isSameAs(Monitor.NONE);
    }
  }

  @Test
  void nothing_is_traced_where_the_server_has_no_such_bean() {
    try (Container container = Container.start(TestDatabase.h2(), Handlers.class)) {
      assertThat(container.get(CommandBus.class).send(new Ask(), Metadata.class).traceparent())
          .isNull();
      assertThat(Tracing.of(container.cdi())).isSameAs(Monitor.NONE);
    }
  }

  @Test
  void nothing_is_traced_where_the_server_has_not_even_the_classes() throws Exception {
    Class<?> tracing = new WithoutOpenTelemetry().loadClass(Tracing.class.getName());

    assertThat(tracing).isNotSameAs(Tracing.class);
    assertThat(tracing.getMethod("of", Instance.class).invoke(null, (Object) null))
        .isSameAs(Monitor.NONE);
  }

  /** Loads this room anew, and sees no OpenTelemetry. */
  private static final class WithoutOpenTelemetry extends ClassLoader {

    private static final String ROOM = Tracing.class.getPackageName();

    WithoutOpenTelemetry() {
      super(Tracing.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.opentelemetry.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith(ROOM) ? anew(name) : super.loadClass(name, resolve);
    }

    private Class<?> anew(String name) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(code).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
