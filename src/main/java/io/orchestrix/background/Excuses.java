package io.orchestrix.background;

import io.orchestrix.OrchestrixException;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnavailableException;

/**
 * Tells failures of what is tried, be it an event or a deadline, from those that are not its fault.
 * Used by one thread.
 */
public final class Excuses {

  /** A conflict is nobody's fault, but not for ever. */
  private static final int CONFLICTS = 10;

  /** Of the database, that has just answered: it is what the handler does that it cannot do. */
  private static final int ABSENCES = 10;

  /** A commit that fails is a conflict perhaps; not every server says why it failed. */
  private static final int UNEXPLAINED = 3;

  /** Of what kind the last one was, and how many of it came one after the other. */
  private Class<?> kind = OrchestrixException.class;

  private int given;

  /**
   * Throws what is not the fault of what was tried, so that all is tried again, and counts.
   *
   * @throws OrchestrixException if the database is away, or others were faster, a few times
   * @throws VirtualMachineError if it is one, but for a stack that is too deep
   */
  public void rethrow(Throwable failure) {
    if (failure instanceof OrchestrixException found && isExcused(found)) {
      throw found;
    }
    if (failure instanceof VirtualMachineError sick && !(sick instanceof StackOverflowError)) {
      throw sick;
    }
    given = 0;
  }

  /** All went well. */
  public void none() {
    given = 0;
  }

  private boolean isExcused(OrchestrixException failure) {
    if (failure instanceof OutcomeUnknownException) {
      return true;
    }
    if (failure instanceof UnavailableException) {
      return isBelow(ABSENCES, UnavailableException.class);
    }
    if (failure instanceof ConflictException) {
      return isBelow(CONFLICTS, ConflictException.class);
    }
    return failure instanceof RolledBackException
        && isBelow(UNEXPLAINED, RolledBackException.class);
  }

  private boolean isBelow(int limit, Class<?> own) {
    given = own == kind ? given + 1 : 1;
    kind = own;
    return given < limit;
  }
}
