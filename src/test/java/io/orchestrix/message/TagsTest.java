package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

  enum Colour {
    RED
  }

  record Transferred(
      @Tag("account") String from, @Tag("account") String to, @Tag long amount, String note)
      implements Event {}

  record Painted(@Tag Colour colour, @Tag UUID id, @Tag List<@Nullable String> parts)
      implements Event {}

  record Untagged(String account) implements Event {}

  record Text(@Tag @Nullable String text) implements Event {}

  static final class NoRecord implements Event {}

  @Test
  void a_tag_is_the_name_and_the_text_of_its_component() {
    assertThat(Tags.of(new Transferred("a-2", "a-1", 7, "note")))
        .containsExactly("account:a-1", "account:a-2", "amount:7");
  }

  @Test
  void a_collection_gives_a_tag_for_each_element() {
    UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
    assertThat(Tags.of(new Painted(Colour.RED, id, Arrays.asList("b", null, "a", "", "b"))))
        .containsExactly("colour:RED", "id:" + id, "parts:a", "parts:b");
  }

  @Test
  void nothing_gives_no_tag() {
    assertThat(Tags.of(new Text(null))).isEmpty();
    assertThat(Tags.of(new Text(""))).isEmpty();
    assertThat(Tags.of(new Untagged("a-1"))).isEmpty();
    assertThat(Tags.of(new NoRecord())).isEmpty();
  }

  @Test
  void one_event_twice_has_the_same_tags_and_two_values_are_not_confused() {
    assertThat(Tags.of(new Text(" a:b "))).containsExactly("text: a:b ");
    assertThat(Tags.of(new Text(" a:b "))).isNotEqualTo(Tags.of(new Text("a:b")));
  }

  @Test
  void a_tag_that_fits_the_column_just_so_is_taken() {
    assertThat(Tags.of(new Text("a".repeat(250)))).hasSize(1);
    assertThatThrownBy(() -> Tags.of(new Text("a".repeat(251))))
        .isInstanceOf(InvalidTagException.class)
        .hasMessageStartingWith("ORX-1019")
        .hasMessageContainingAll("TagsTest$Text", "'text:...'", "256 characters long")
        .hasMessageNotContaining("aaa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\u0000", "\u0085", "\ud800", "\udc00\ud800"})
  void a_tag_that_no_column_takes_is_refused(String text) {
    assertThatThrownBy(() -> Tags.of(new Text(text)))
        .isInstanceOf(InvalidTagException.class)
        .hasMessageStartingWith("ORX-1019");
  }

  record Sound(
      @Tag String text,
      @Tag CharSequence characters,
      @Tag boolean flag,
      @Tag Integer number,
      @Tag java.net.URI uri,
      @Tag java.time.LocalDate date,
      @Tag("several.parts_of-it") Set<UUID> ids)
      implements Event {}

  @SuppressWarnings("ArrayRecordComponent") // the mistake
  record Nested(
      @Tag Untagged aRecord,
      @Tag String[] anArray,
      @Tag Map<String, String> aMap,
      @Tag Optional<String> anOptional,
      @Tag Object anything,
      @Tag NoRecord withoutText,
      @Tag("a:b") String colon,
      @Tag List<Untagged> records,
      @Tag Collection<?> ofAnything,
      @Tag List<List<String>> lists)
      implements Event {}

  @Test
  void what_has_a_text_may_be_tagged_and_nothing_else() {
    assertThat(EventTypes.mistakes(List.of(Sound.class, Transferred.class, Painted.class)))
        .isEmpty();

    List<String> mistakes = new ArrayList<>();
    EventTypes.mistakes(List.of(Nested.class))
        .forEach(m -> mistakes.add(String.valueOf(m.getMessage())));
    assertThat(mistakes)
        .hasSize(10)
        .allSatisfy(
            mistake ->
                assertThat(mistake)
                    .startsWith("ORX-1018 " + Nested.class.getName() + " has @Tag on '"));
  }
}
