package io.orchestrix.rest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a list goes on whose elements have names of several parts, which may hold anything. */
final class Cursor {

  private Cursor() {}

  /** To be given as {@code after}. */
  static String of(String... parts) {
    String all = Stream.of(parts).map(PathText::escaped).collect(Collectors.joining("/"));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(UTF_8));
  }

  /**
   * The parts of the element behind which a page begins; {@code null} at the beginning.
   *
   * @throws ParameterException if no page before has said so
   */
  static @Nullable List<String> of(Paging paging, int count) {
    String after = paging.after();
    if (after == null) {
      return null;
    }
    List<String> parts = decoded(after);
    if (parts.size() != count
        || !parts.stream().allMatch(part -> !part.isEmpty() && PathText.isKept(part))) {
      throw foreign();
    }
    return parts;
  }

  private static List<String> decoded(String after) {
    try {
      String all = new String(Base64.getUrlDecoder().decode(after), UTF_8);
      return Stream.of(all.split("/", -1)).map(PathText::unescaped).toList();
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  static ParameterException foreign() {
    return ParameterException.of("after", "what 'next' of the page before says");
  }
}
