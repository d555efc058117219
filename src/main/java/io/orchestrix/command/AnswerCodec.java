package io.orchestrix.command;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON, to give them again, and commands, to tell them apart. Thread-safe. */
public interface AnswerCodec {

  /**
   * Writes an answer.
   *
   * @throws RuntimeException if it cannot be written
   */
  String encode(@Nullable Object answer);

  /**
   * Reads an answer.
   *
   * @param declared what the handler declares to return
   * @throws RuntimeException if it does not fit
   */
  @Nullable Object decode(String json, Type declared);

  /**
   * A text that is the same for equal commands, in every server and at any time.
   *
   * @throws RuntimeException if it cannot be written
   */
  String canonical(Object command);
}
