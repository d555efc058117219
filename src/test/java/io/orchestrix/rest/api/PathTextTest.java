package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.OrchestrixException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "~", "~1", "~01/", "/~0", "ä 日本\u001f", "%2F"})
  void whatever_is_written_is_read_again(String text) {
    assertThat(PathText.read("key", PathText.escaped(text), 100)).isEqualTo(text);
    assertThat(PathText.escaped(text)).doesNotContain("/");
    assertThat(Cursor.of(Site.paging(Cursor.of(text, "x", text), null), 3))
        .containsExactly(text, "x", text);
  }

  @Test
  void what_no_database_keeps_is_refused() {
    refused("ORX-7015", Kind.INVALID, () -> PathText.read("key", "", 10));
    refused("ORX-7015", Kind.INVALID, () -> PathText.read("key", "a\0", 10));
    refused("ORX-7015", Kind.INVALID, () -> PathText.read("key", "\ud800", 10));
    refused("ORX-7015", Kind.INVALID, () -> PathText.read("key", "x".repeat(11), 10));
  }

  @Test
  void a_list_begins_where_nothing_is_said() {
    assertThat(Cursor.of(Site.paging(null, null), 2)).isNull();
  }

  @Test
  void the_longest_key_is_no_longer_than_a_parameter_may_be() {
    String cursor = Cursor.of("日".repeat(200), "日".repeat(300));

    assertThat(Cursor.of(Site.paging(cursor, null), 2))
        .containsExactly("日".repeat(200), "日".repeat(300));
  }
}
