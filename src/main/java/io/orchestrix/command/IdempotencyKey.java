package io.orchestrix.command;

/**
 * What the sender of a command names it by, so that a repetition is recognised: the command is
 * executed once, and its answer is given again.
 *
 * @param value 1 to 200 printable characters of ASCII, best a random UUID
 * @param place which of the commands that are sent under it, from 1
 */
public record IdempotencyKey(String value, int place) {

  private static final int LONGEST = 200;

  /**
   * @throws IdempotencyException if {@code value} is out of its bounds
   */
  public IdempotencyKey {
    boolean printable = value.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (value.isEmpty() || value.length() > LONGEST || !printable) {
      throw IdempotencyException.invalidKey(value.length());
    }
  }

  /** The key of the first command that is sent under it. */
  public IdempotencyKey(String value) {
    this(value, 1);
  }

  /** The key of the {@code place}th command that is sent under it. */
  public IdempotencyKey at(int place) {
    return new IdempotencyKey(value, place);
  }
}
