package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.data;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** JSON format 1.0.2, section 4: the JSON batch format. */
class JsonBatchRulesTest {

  private static List<CloudEvent> batch(String json) {
    return CloudEventJsonBatch.read(json.getBytes(UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> batches() {
    return Rule.of("4.1 Mapping CloudEvents", "an array of events", "")
        .kept("[]", " [ ] ", "[" + json() + "]", "[" + json() + " , " + json() + "]")
        .broken(
            "",
            "{}",
            json(),
            "null",
            "[",
            "[]]",
            "[][]",
            "[" + json() + ",]",
            "[" + json() + json() + "]",
            "[null]",
            "[1]",
            "[\"a\"]",
            "[[]]",
            "[[" + json() + "]]",
            "[{}]",
            "[" + json() + "," + json("id", "-") + "]",
            "[" + json() + "," + json("specversion", "\"0.3\"") + "]")
        .tests(
            json -> assertThat(batch(json)).allMatch(event -> event.getId().equals("A234")),
            json -> assertThat(refused(() -> batch(json))).hasMessageStartingWith("ORX-1020"));
  }

  /** Nothing of a batch is taken if one event of it is faulty; the refusal names all such. */
  @Test
  void a_batch_is_refused_as_a_whole_with_every_faulty_event() {
    InvalidCloudEventException refusal =
        refused(
            () ->
                batch(
                    "[%s,%s,7,%s,%s]"
                        .formatted(
                            json(), json("id", "-"), json(), json("time", "\"now\"", "A", "1"))));

    assertThat(pointers(refusal)).containsExactly("/1/id", "/2", "/4/time", "/4/A");
    assertThat(refusal)
        .hasMessageContainingAll("/1/id is missing", "/2 is no JSON object", "RFC 3339");
  }

  @Test
  void a_batch_of_faulty_events_names_the_first_hundred() {
    String events = "{},".repeat(10_000) + "{}";
    InvalidCloudEventException refusal = refused(() -> batch("[" + events + "]"));

    assertThat(pointers(refusal)).hasSize(100).contains("/0/id", "/24/source");
    assertThat(refusal.getMessage()).hasSizeLessThan(500);
  }

  @Test
  void events_keep_their_order_and_their_own_types_of_data() {
    List<CloudEvent> events =
        batch(
            "[%s,%s,%s]"
                .formatted(
                    json("id", "\"1\"", "data", "{\"a\":1.0}"),
                    json("id", "\"2\"", "datacontenttype", "\"text/plain\"", "data", "\"a\""),
                    json("id", "\"3\"", "data_base64", "\"AA==\"")));

    assertThat(events).extracting(CloudEvent::getId).containsExactly("1", "2", "3");
    assertThat(events).extracting(Samples::data).containsExactly("{\"a\":1.0}", "a", "\u0000");
    assertThat(CloudEventJsonBatch.read(CloudEventJsonBatch.write(events))).isEqualTo(events);
    assertThat(data(events.get(0))).isEqualTo("{\"a\":1.0}");
  }

  @Test
  void an_empty_batch_is_written() {
    assertThat(CloudEventJsonBatch.write(List.of())).asString(UTF_8).isEqualTo("[]");
    assertThat(CloudEventJsonBatch.write(List.of(read(json()), read(json()))))
        .asString(UTF_8)
        .startsWith("[{")
        .contains("},{")
        .endsWith("}]");
  }
}
