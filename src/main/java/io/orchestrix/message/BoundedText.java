package io.orchestrix.message;

import io.orchestrix.OrchestrixException;

/** Texts that were not made for a table, as one can keep them. */
public final class BoundedText {

  private static final String CUT = "\n\t[...]\n";

  private BoundedText() {}

  /** What went wrong, in one text. */
  public static String of(Throwable failure, int most) {
    String text =
        failure instanceof OrchestrixException
            ? String.valueOf(failure.getMessage())
            : failure.toString();
    return beginning(text, most);
  }

  /** The beginning of a text, without NUL, which PostgreSQL refuses. */
  public static String beginning(String text, int most) {
    return cut(text.replace("\0", ""), most);
  }

  /** Both ends of a text: those of a stack are where it was thrown, and the root of its causes. */
  public static String ends(String text, int most) {
    String clean = text.replace("\0", "");
    if (clean.length() <= most) {
      return clean;
    }
    int half = (most - CUT.length()) / 2;
    int from = clean.length() - half;
    boolean splits = Character.isLowSurrogate(clean.charAt(from));
    return cut(clean, half) + CUT + clean.substring(splits ? from + 1 : from);
  }

  /** Never between the halves of a character. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, splits ? most - 1 : most);
  }
}
