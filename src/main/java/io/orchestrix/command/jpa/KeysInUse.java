package io.orchestrix.command.jpa;

import io.orchestrix.command.IdempotencyStore.Owned;
import io.orchestrix.command.KeyInUseException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The idempotency keys whose commands are being executed in this process. Who comes second does not
 * wait in the database for the first. Thread-safe.
 */
final class KeysInUse {

  private final Map<Owned, Object> holders = new ConcurrentHashMap<>();
  private final UnitOfWork unitOfWork;

  KeysInUse(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Holds a key until the unit of work of this thread ends.
   *
   * @throws KeyInUseException if another one holds it
   */
  void hold(Owned key) {
    Object own = unitOfWork.key();
    Object holder = holders.putIfAbsent(key, own);
    if (holder == null) {
      try {
        unitOfWork.afterEnd(end -> holders.remove(key, own));
      } catch (RuntimeException e) { // it has ended meanwhile
        holders.remove(key, own);
        throw e;
      }
    } else if (!holder.equals(own)) {
      throw new KeyInUseException(key.key());
    }
  }
}
