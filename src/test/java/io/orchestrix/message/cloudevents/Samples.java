package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudevents.CloudEvent;
import io.orchestrix.OrchestrixException.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Events as others send them, and how their refusal is looked at. */
final class Samples {

  static final CloudEventJsonFormat FORMAT = new CloudEventJsonFormat();

  private Samples() {}

  /** A minimal event; pairs of a name and JSON change it, a JSON of "-" removes. */
  static String json(String... changes) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("specversion", "\"1.0\"");
    members.put("id", "\"A234\"");
    members.put("source", "\"/mycontext\"");
    members.put("type", "\"com.example.someevent\"");
    change(members, changes);
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The headers of a minimal event; pairs of a name and a value change them, "-" removes. */
  static Map<String, List<String>> headers(String... changes) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", "A234");
    headers.put("ce-source", "/mycontext");
    headers.put("ce-type", "com.example.someevent");
    change(headers, changes);
    return multi(headers);
  }

  private static void change(Map<String, String> values, String... changes) {
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1].equals("-")) {
        values.remove(changes[i]);
      } else {
        values.put(changes[i], changes[i + 1]);
      }
    }
  }

  static Map<String, List<String>> multi(Map<String, String> headers) {
    Map<String, List<String>> multi = new LinkedHashMap<>();
    headers.forEach((name, value) -> multi.put(name, List.of(value)));
    return multi;
  }

  static CloudEvent read(String json) {
    return FORMAT.deserialize(json.getBytes(UTF_8));
  }

  static String write(CloudEvent event) {
    return new String(FORMAT.serialize(event), UTF_8);
  }

  static String data(CloudEvent event) {
    return new String(Objects.requireNonNull(event.getData()).toBytes(), UTF_8);
  }

  static CloudEvent binary(Map<String, List<String>> headers, String body) {
    return CloudEventHttp.read(headers, body.getBytes(UTF_8)).get(0);
  }

  /** The one failure that there is, whatever is wrong. */
  static InvalidCloudEventException refused(ThrowingCallable work) {
    Throwable thrown = catchThrowable(work);
    assertThat(thrown).isExactlyInstanceOf(InvalidCloudEventException.class);
    InvalidCloudEventException refusal = (InvalidCloudEventException) thrown;
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(errors(refusal)).isNotEmpty();
    return refusal;
  }

  /** The places that a refusal names. */
  static List<String> pointers(InvalidCloudEventException refusal) {
    return errors(refusal).stream().map(error -> error.get("pointer")).toList();
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, String>> errors(InvalidCloudEventException refusal) {
    return (List<Map<String, String>>) Objects.requireNonNull(refusal.details().get("errors"));
  }
}
