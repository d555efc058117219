package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.Upcaster;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateFingerprintTest {

  private static EventFormat format(Upcaster... upcasters) {
    return new EventFormat(
        new EventTypes(List.of(Cargo.Loaded.class)),
        List.of(upcasters),
        new JacksonPayloadCodec(),
        UnknownEvents.FAIL);
  }

  private static String of(Class<?> type) {
    return StateFingerprint.of(AggregateType.of(type), format());
  }

  @Test
  void it_is_the_same_for_the_same_code() throws ClassNotFoundException {
    assertThat(of(Cargo.class)).hasSize(64).isEqualTo(of(Cargo.class));
    assertThat(of(Redeployed.load(Cargo.class, ""))).isEqualTo(of(Cargo.class));
    assertThat(of(Ship.class)).isNotEqualTo(of(Cargo.class));
  }

  @Test
  void it_changes_with_the_code_of_the_aggregate_its_superclass_its_state_and_its_events()
      throws ClassNotFoundException {
    assertThat(of(Redeployed.load(Cargo.class, "Cargo"))).isNotEqualTo(of(Cargo.class));
    assertThat(of(Redeployed.load(Ship.class, "Vessel"))).isNotEqualTo(of(Ship.class));
    assertThat(of(Redeployed.load(Cargo.class, "Cargo$Line"))).isNotEqualTo(of(Cargo.class));
    assertThat(of(Redeployed.load(Cargo.class, "Cargo$AtSea"))).isNotEqualTo(of(Cargo.class));
    assertThat(of(Redeployed.load(Cargo.class, "Cargo$Sailed"))).isNotEqualTo(of(Cargo.class));
    assertThat(of(Redeployed.load(Cargo.class, "Cargo$Ports"))).isNotEqualTo(of(Cargo.class));
  }

  @Test
  void it_changes_with_the_code_of_a_decider_its_state_and_its_events()
      throws ClassNotFoundException {
    assertThat(of(Redeployed.load(Lamp.class, ""))).isEqualTo(of(Lamp.class));
    assertThat(of(Redeployed.load(Lamp.class, "Lamp"))).isNotEqualTo(of(Lamp.class));
    assertThat(of(Redeployed.load(Lamp.class, "LampState$Burnt"))).isNotEqualTo(of(Lamp.class));
    assertThat(of(Redeployed.load(Lamp.class, "LampEvent$Blown"))).isNotEqualTo(of(Lamp.class));
    assertThat(of(Redeployed.load(Lamp.class, "LampOrder$Fit"))).isEqualTo(of(Lamp.class));
  }

  @Test
  void it_changes_with_what_the_store_knows_of_events() {
    Upcaster identity = Upcaster.of("Gone", 1, old -> old);

    assertThat(format().fingerprint()).isEqualTo(format().fingerprint());
    assertThat(format(drop()).fingerprint())
        .isNotEqualTo(format().fingerprint())
        .isEqualTo(format(drop()).fingerprint())
        .isEqualTo(format(drop().named("another name")).fingerprint());
    assertThat(identity.named("x").target()).isPresent();
    assertThat(
            new EventFormat(
                    new EventTypes(List.of(Cargo.Loaded.class, Cargo.Sailed.class)),
                    List.of(),
                    new JacksonPayloadCodec(),
                    UnknownEvents.FAIL)
                .fingerprint())
        .isNotEqualTo(format().fingerprint());
  }

  @Test
  void it_changes_with_the_class_that_an_upcaster_is_written_in() {
    Upcaster here = Upcaster.rename("Gone", 1, "Loaded", 1, StateFingerprintTest::same);
    Upcaster there = Upcaster.rename("Gone", 1, "Loaded", 1, Elsewhere::same);

    assertThat(format(here).fingerprint()).isEqualTo(format(here).fingerprint());
    assertThat(format(here).fingerprint()).isNotEqualTo(format(Elsewhere.upcaster()).fingerprint());
    assertThat(format(there).fingerprint()).isEqualTo(format(here).fingerprint());
  }

  private static Upcaster drop() {
    return Upcaster.drop("Gone", 1);
  }

  private static JsonObject same(JsonObject old) {
    return old;
  }

  static final class Elsewhere {
    static Upcaster upcaster() {
      return Upcaster.rename("Gone", 1, "Loaded", 1, Elsewhere::same);
    }

    static JsonObject same(JsonObject old) {
      return old;
    }
  }

  /** Defines the classes of these tests anew; the file of one of them is another one. */
  private static final class Redeployed extends ClassLoader {
    private static final String PACKAGE = "io.orchestrix.aggregate.";
    private final String changed;

    private Redeployed(String changed) {
      super(StateFingerprintTest.class.getClassLoader());
      this.changed = changed;
    }

    static Class<?> load(Class<?> type, String changed) throws ClassNotFoundException {
      return new Redeployed(changed).loadClass(type.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        boolean isOfTests =
            name.matches(PACKAGE.replace(".", "\\.") + "(Cargo|Ship|Vessel|Lamp\\w*)(\\$.*)?");
        if (!isOfTests) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) {
      byte[] code = bytes(name.replace('.', '/') + ".class");
      return defineClass(name, code, 0, code.length);
    }

    private byte[] bytes(String file) {
      try (InputStream in = getParent().getResourceAsStream(file)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String file) {
      byte[] code = bytes(file);
      if (file.endsWith("/" + changed + ".class")) {
        code[code.length - 1]++;
      }
      return new ByteArrayInputStream(code);
    }
  }
}
