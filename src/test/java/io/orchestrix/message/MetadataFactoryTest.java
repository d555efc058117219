package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetadataFactoryTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456789Z");

  private final CurrentMessage current = new CurrentMessage();
  private final MetadataFactory factory =
      new MetadataFactory(Clock.fixed(NOW, ZoneOffset.UTC), "/test", current);

  @Test
  void ids_are_of_version_7_and_hold_the_time_of_the_clock() {
    UUID id = factory.create("Opened", null).id();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void ids_of_one_moment_differ_and_sort_in_the_order_they_were_made() {
    List<String> ids =
        Stream.generate(() -> factory.create("Opened", null).id().toString())
            .limit(10_000)
            .toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ids_of_many_threads_in_one_moment_differ() {
    List<UUID> ids =
        IntStream.range(0, 200_000)
            .parallel()
            .mapToObj(i -> factory.create("Opened", null).id())
            .toList();

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void the_time_is_kept_in_microseconds() {
    assertThat(factory.create("Opened", null).time())
        .isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
  }

  @Test
  void the_first_message_begins_a_conversation() {
    Metadata first = factory.create("Open", null);

    assertThat(first)
        .returns("Open", Metadata::type)
        .returns("/test", Metadata::source)
        .returns(first.id(), Metadata::correlationId);
    assertThat(first.causationId()).isNull();
    assertThat(first.subject()).isNull();
    assertThat(first.traceparent()).isNull();
  }

  @Test
  void what_a_message_causes_belongs_to_its_conversation_and_trace() throws Exception {
    UUID conversation = UUID.randomUUID();
    UUID cause = UUID.randomUUID();
    Origin origin = new Origin(conversation, cause, "00-trace");

    Metadata caused = current.callWithin(origin, 1, () -> factory.create("Opened", "account/1"));

    assertThat(caused)
        .returns(conversation, Metadata::correlationId)
        .returns(cause, Metadata::causationId)
        .returns("00-trace", Metadata::traceparent)
        .returns("account/1", Metadata::subject);
    assertThat(Origin.of(caused)).isEqualTo(new Origin(conversation, caused.id(), "00-trace"));
  }
}
