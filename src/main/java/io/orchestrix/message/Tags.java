package io.orchestrix.message;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tags of events: what their components with {@link Tag} say. Thread-safe. */
public final class Tags {

  /** How many characters of a tag the tables hold. */
  static final int LONGEST = 255;

  private static final ClassValue<List<TaggedComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<TaggedComponent> computeValue(Class<?> type) {
          return TaggedComponent.of(type);
        }
      };

  private Tags() {}

  /**
   * The tags of {@code event}, each {@code name:value}.
   *
   * @return in their order; empty if it has none
   * @throws InvalidTagException if one is too long or holds what no column takes
   */
  public static SortedSet<String> of(Event event) {
    List<TaggedComponent> components = COMPONENTS.get(event.getClass());
    if (components.isEmpty()) {
      return Collections.emptySortedSet();
    }
    SortedSet<String> tags = new TreeSet<>();
    for (TaggedComponent component : components) {
      Object value = component.read(event);
      if (value instanceof Collection<?> elements) {
        elements.forEach(element -> add(event, component.name(), element, tags));
      } else {
        add(event, component.name(), value, tags);
      }
    }
    return Collections.unmodifiableSortedSet(tags);
  }

  private static void add(
      Event event, String name, @Nullable Object value, SortedSet<String> tags) {
    String text = value == null ? "" : value.toString();
    if (text.isEmpty()) {
      return;
    }
    String tag = name + ":" + text;
    if (tag.length() > LONGEST) {
      String reason = "is %d characters long".formatted(tag.length());
      throw new InvalidTagException(event.getClass(), name, reason);
    }
    if (tag.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidTagException(event.getClass(), name, "holds a control character");
    }
    if (tag.codePoints().anyMatch(Tags::isHalfCharacter)) {
      throw new InvalidTagException(event.getClass(), name, "holds half of a surrogate pair");
    }
    tags.add(tag);
  }

  private static boolean isHalfCharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
