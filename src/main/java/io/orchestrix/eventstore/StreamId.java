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
    if (category.isEmpty() || category.length() > LONGEST_CATEGORY || !isPlain(category)) {
      throw new InvalidStreamIdException(
          category, "a category takes 1 to 100 letters, digits, '.', '_' or '-'");
    }
    if (key.isBlank() || key.length() > LONGEST_KEY || isUnprintable(key)) {
      throw new InvalidStreamIdException(
          key, "an id takes 1 to 200 characters, not blank, no control characters");
    }
  }

  /** Letters, digits, '.', '_' and '-' only. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Control characters, and halves of surrogate pairs, which databases do not tell apart. */
  private static boolean isUnprintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return true;
        }
        i++; // both halves of one character
      }
    }
    return false;
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
