package io.orchestrix.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Which streams are listed. Immutable.
 *
 * <p>A category is found by an index; a text is looked for in one name after the other.
 *
 * @param category the kind; {@code null} for every
 * @param text part of the name as it is written, upper and lower case told apart; empty for any
 * @param state what may happen to them; {@code null} for any
 */
public record StreamQuery(@Nullable String category, String text, @Nullable StreamState state) {

  /** All that are active. */
  public static final StreamQuery ACTIVE = new StreamQuery(null, "", StreamState.ACTIVE);

  /** Only those of one category. */
  public StreamQuery category(String name) {
    return new StreamQuery(name, text, state);
  }

  /** Only those whose names hold {@code part}. */
  public StreamQuery text(String part) {
    return new StreamQuery(category, part, state);
  }

  /** Only those in a state; {@code null} for any. */
  public StreamQuery state(@Nullable StreamState wanted) {
    return new StreamQuery(category, text, wanted);
  }

  /** Whether it lets a stream through. */
  public boolean admits(StreamInfo stream) {
    return (category == null || category.equals(stream.id().category()))
        && stream.id().toString().contains(text)
        && (state == null || state == stream.state());
  }
}
