package io.orchestrix.rest.api;

import io.orchestrix.message.GlobalPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what parameters say; JAX-RS would answer 404 to what does not fit their types. */
final class Parameters {

  private Parameters() {}

  static @Nullable Instant instant(String name, @Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw ParameterException.of(name, "an instant such as 2026-01-31T12:00:00Z");
    }
  }

  static @Nullable UUID uuid(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw ParameterException.of(name, "a UUID");
    }
    return UUID.fromString(text);
  }

  static GlobalPosition position(String name, @Nullable String text) {
    return text == null
        ? GlobalPosition.START
        : new GlobalPosition(number(name, text, 0, 0, Long.MAX_VALUE));
  }

  static long number(String name, @Nullable String text, long otherwise, long least, long most) {
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw ParameterException.of(name, "a number from %d to %d".formatted(least, most));
  }

  static boolean flag(String name, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw ParameterException.of(name, "true or false");
  }

  /** One of the constants in lower case, with hyphens. */
  static <E extends Enum<E>> @Nullable E choice(
      String name, @Nullable String text, Class<E> choices) {
    if (text == null) {
      return null;
    }
    return Stream.of(choices.getEnumConstants())
        .filter(choice -> spelled(choice).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ParameterException.of(
                    name,
                    Stream.of(choices.getEnumConstants())
                        .map(Parameters::spelled)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a repeated parameter says, bounded. */
  static Set<String> texts(String name, Iterable<String> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(texts::add);
    if (texts.size() > 50) {
      throw ParameterException.of(name, "at most 50 values");
    }
    texts.forEach(text -> text(name, text));
    return texts;
  }

  /** A text that databases take. */
  static @Nullable String text(String name, @Nullable String text) {
    return text(name, text, 300);
  }

  static @Nullable String text(String name, @Nullable String text, int longest) {
    if (text != null
        && (text.length() > longest || text.chars().anyMatch(Character::isISOControl))) {
      throw ParameterException.of(
          name, "at most %d characters, none of them a control character".formatted(longest));
    }
    return text;
  }
}
