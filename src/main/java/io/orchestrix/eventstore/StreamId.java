package io.orchestrix.eventstore;

/**
 * The name of a stream: what kind of thing, and which one.
 *
 * <p>Written as {@code account/ACC-1}.
 *
 * @param category the kind; letters, digits, {@code . _ -}, at most 100 characters
 * @param key which one; not blank, at most 200 characters, none of them a control character
 */
public record StreamId(String category, String key) {

  private static final int LONGEST_CATEGORY = 100;
  private static final int LONGEST_KEY = 200;

  /**
   * @throws InvalidStreamIdException if a part is out of its bounds
   */
  public StreamId {
    if (category.length() > LONGEST_CATEGORY || !category.matches("[A-Za-z0-9._-]+")) {
      throw new InvalidStreamIdException(
          category, "a category takes 1 to 100 letters, digits, '.', '_' or '-'");
    }
    if (key.isBlank()
        || key.length() > LONGEST_KEY
        || key.codePoints().anyMatch(StreamId::isUnprintable)) {
      throw new InvalidStreamIdException(
          key, "an id takes 1 to 200 characters, not blank, no control characters");
    }
  }

  /** Control characters, and halves of surrogate pairs, which databases do not tell apart. */
  private static boolean isUnprintable(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** Reads what {@link #toString()} wrote. */
  public static StreamId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new InvalidStreamIdException(text, "a stream is named category/id");
    }
    return new StreamId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return category + "/" + key;
  }
}
