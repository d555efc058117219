package io.orchestrix.message.cloudevents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers of an HTTP message by their names in small letters: case does not count there. */
final class Headers {

  private final Map<String, List<String>> values = new TreeMap<>();

  Headers(Map<String, ? extends List<String>> headers) {
    headers.forEach(
        (name, all) -> {
          if (name != null && all != null && !all.isEmpty()) { // HttpURLConnection has a null
            values
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                .addAll(all);
          }
        });
  }

  void forEach(BiConsumer<String, List<String>> visitor) {
    values.forEach(visitor);
  }

  /**
   * The media type of the body.
   *
   * @throws InvalidCloudEventException if there are several
   */
  @Nullable String contentType() {
    List<String> types = values.getOrDefault("content-type", List.of());
    if (types.size() > 1) {
      throw InvalidCloudEventException.unsupported("is named more than once");
    }
    return types.isEmpty() ? null : types.get(0).strip();
  }
}
