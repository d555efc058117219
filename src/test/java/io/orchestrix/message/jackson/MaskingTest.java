package io.orchestrix.message.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orchestrix.message.Sensitive;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {

  private static final String SECRET = "Lovelace";

  record OfRecord(int id, @Sensitive @Nullable String owner) {}

  record Renamed(int id, @Sensitive @JsonProperty("by") String owner) {}

  record Alone(@JsonValue @Sensitive String text) {}

  record Deep(int id, Map<String, List<Optional<OfRecord>>> all) {}

  record Whole(int id, @Sensitive OfRecord part) {}

  record Lists(int id, @Sensitive List<String> names) {}

  static class Field {
    @Sensitive public String owner = SECRET;
    public int id = 1;
  }

  static class Getter {
    @Sensitive private final String owner = SECRET;

    public String getOwner() {
      return owner;
    }

    public int getId() {
      return 1;
    }
  }

  static class MarkedGetter {
    private final String mOwner = SECRET;

    @Sensitive
    public String getOwner() {
      return mOwner;
    }
  }

  static class OtherName {
    @Sensitive private final String mOwner = SECRET;

    public String getOwner() {
      return mOwner;
    }
  }

  static class Inherited extends OtherName {
    public int getId() {
      return 1;
    }
  }

  static class Text {
    @Sensitive private final String owner = SECRET;

    @JsonValue
    public String getOwner() {
      return owner;
    }
  }

  static class Flag {
    @Sensitive private final boolean isVip = true;

    public boolean isVip() {
      return isVip;
    }
  }

  static List<Object> secrets() {
    return List.of(
        new OfRecord(1, SECRET),
        new Renamed(1, SECRET),
        new Alone(SECRET),
        new Deep(1, Map.of("a", List.of(Optional.of(new OfRecord(1, SECRET))))),
        new Whole(1, new OfRecord(1, SECRET)),
        new Lists(1, List.of(SECRET)),
        new Field(),
        new Getter(),
        new MarkedGetter(),
        new OtherName(),
        new Inherited(),
        new Text(),
        List.of(Arrays.asList(null, new OtherName())));
  }

  private static String masked(Object value) {
    return JacksonPayloadCodec.masking().encode(value);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void what_is_sensitive_does_not_come_out_whatever_the_class_looks_like(Object secret) {
    assertThat(masked(secret)).contains(Sensitive.MASK).doesNotContain(SECRET);
  }

  @Test
  void a_flag_is_masked_under_whatever_name_it_is_written() {
    assertThat(masked(new Flag())).contains(Sensitive.MASK).doesNotContain("true");
  }

  @Test
  void what_is_not_sensitive_is_written_as_it_is() {
    assertThat(masked(new Getter())).contains("\"id\":1").contains("\"owner\":\"***\"");
    assertThat(masked(new Renamed(7, SECRET))).isEqualTo("{\"id\":7,\"by\":\"***\"}");
  }

  @Test
  void nobody_sees_whether_there_is_a_value() {
    assertThat(masked(new OfRecord(1, null))).isEqualTo(masked(new OfRecord(1, SECRET)));
  }
}
