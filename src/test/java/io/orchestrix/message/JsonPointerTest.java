package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPointerTest {

  @Test
  void the_whole_is_empty() {
    assertThat(JsonPointer.WHOLE.text()).isEmpty();
  }

  @Test
  void steps_are_joined_and_escaped_as_the_standard_says() {
    assertThat(JsonPointer.WHOLE.to("lines").to(0).to("a/b~c").text())
        .isEqualTo("/lines/0/a~1b~0c");
    assertThat(JsonPointer.WHOLE.to("~1").text()).isEqualTo("/~01");
    assertThat(JsonPointer.WHOLE.to("").text()).isEqualTo("/");
  }
}
