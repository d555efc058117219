package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.multi;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Events at random, of all that the specification allows, come back equal in each mode. */
class RandomRoundTripTest {

  private static final List<String> TYPES =
      List.of("application/json", "a/b+json; c=d", "text/plain; charset=utf-8", "application/x");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  private String text(int least) {
    int length = least + random.nextInt(20);
    return random
        .ints(0, 0x110000)
        .filter(c -> AttributeText.flaw(new String(Character.toChars(c))).isEmpty())
        .map(c -> random.nextBoolean() ? c : 33 + c % 94)
        .limit(length)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private String json(int depth) {
    int kind = random.nextInt(depth > 3 ? 4 : 6);
    return switch (kind) {
      case 0 -> JsonText.quote(text(0));
      case 1 -> String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(600) - 300));
      case 2 -> random.nextBoolean() ? "true" : "null";
      case 3 -> String.valueOf(random.nextLong());
      case 4 -> list("[", "]", i -> json(depth + 1));
      default -> list("{", "}", i -> JsonText.quote(i + text(0)) + ":" + json(depth + 1));
    };
  }

  private String list(String begin, String end, IntFunction<String> element) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(element)
        .collect(Collectors.joining(",", begin, end));
  }

  private byte[] data(String type) {
    if (type.contains("json")) {
      return json(0).getBytes(UTF_8);
    }
    byte[] bytes = new byte[1 + random.nextInt(20)];
    random.nextBytes(bytes);
    return random.nextBoolean() ? bytes : text(1).getBytes(UTF_8);
  }

  /** Extensions are texts, which HTTP headers can tell; other types have tests of their own. */
  private CloudEvent event() {
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(text(1))
            .withSource(URI.create("/s/" + HeaderValue.encode(text(1)).replaceAll("[^%\\w]", "-")))
            .withType(text(1));
    if (random.nextBoolean()) {
      event.withSubject(text(1)).withDataSchema(URI.create("urn:a:" + random.nextInt()));
    }
    if (random.nextBoolean()) {
      event.withTime(
          OffsetDateTime.of(
              random.nextInt(10_000),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextInt(60),
              random.nextInt(60),
              random.nextInt(1_000_000_000),
              ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1_080 + 1) - 1_080))));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      event.withExtension("ext" + i, text(0));
    }
    String type = TYPES.get(random.nextInt(TYPES.size()));
    return random.nextInt(5) == 0
        ? event.build()
        : event.withDataContentType(type).withData(data(type)).build();
  }

  @RepeatedTest(10)
  void an_event_comes_back_equal() {
    for (int round = 0; round < 100; round++) {
      List<CloudEvent> events = Stream.generate(this::event).limit(random.nextInt(5)).toList();
      CloudEventHttpMessage batch = CloudEventHttp.batch(events);
      assertThat(CloudEventHttp.read(multi(batch.headers()), batch.body()))
          .as("seed %d", seed)
          .isEqualTo(events);
      for (CloudEvent event : events) {
        CloudEventHttpMessage binary = CloudEventHttp.binary(event);
        assertThat(read(write(event))).as("seed %d", seed).isEqualTo(event);
        assertThat(binary.headers().values()).allMatch(value -> value.matches("[ -~]*"));
        assertThat(CloudEventHttp.read(multi(binary.headers()), binary.body()))
            .as("seed %d", seed)
            .containsExactly(event);
      }
    }
  }
}
