package io.orchestrix.message.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadWritingTest {

  sealed interface Figure permits Circle, Square {}

  record Circle(int radius) implements Figure {}

  record Square(int side) implements Figure {}

  record Drawn(Figure figure, Object anything) {}

  record Looped(List<Object> members) {}

  record Broken(int number) {
    @Override
    public int number() {
      throw new IllegalStateException("no number");
    }
  }

  private final PayloadCodec codec = new JacksonPayloadCodec();

  @Test
  void what_is_written_holds_no_class_name() {
    assertThat(codec.encode(new Drawn(new Circle(1), new Square(2))))
        .isEqualTo("{\"figure\":{\"radius\":1},\"anything\":{\"side\":2}}");
  }

  @Test
  void no_class_is_loaded_because_a_payload_names_it() {
    Drawn read =
        codec.decode("{\"anything\":[\"java.net.URL\",\"http://localhost\"]}", Drawn.class);

    assertThat(read.anything()).isEqualTo(List.of("java.net.URL", "http://localhost"));
  }

  @Test
  void a_payload_that_holds_itself_is_refused() {
    List<Object> members = new ArrayList<>();
    Looped looped = new Looped(members);
    members.add(looped);

    assertThatThrownBy(() -> codec.encode(looped))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith("ORX-1001 A io.orchestrix.message.jackson.PayloadWritingTest$Loop");
  }

  @Test
  void a_payload_that_breaks_is_refused() {
    assertThatThrownBy(() -> codec.encode(new Broken(1)))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith("ORX-1001")
        .hasRootCauseMessage("no number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+2000", "1E-2000", "1E+999999999"})
  void a_decimal_that_could_not_be_read_again_is_refused(BigDecimal value) {
    assertThatThrownBy(() -> codec.encode(new Looped(List.of(value))))
        .isInstanceOf(PayloadException.class)
        .hasMessageContaining("a scale of at most 1000");
  }

  @Test
  void a_decimal_of_many_digits_is_written_and_read_or_refused() {
    record Amount(BigDecimal value) {}
    Amount longest = new Amount(new BigDecimal("-0." + "7".repeat(900)));
    assertThat(codec.decode(codec.encode(longest), Amount.class)).isEqualTo(longest);

    Amount longer = new Amount(new BigDecimal("7".repeat(901)));
    assertThatThrownBy(() -> codec.encode(longer)).hasMessageStartingWith("ORX-1001");
  }
}
