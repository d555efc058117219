package io.orchestrix.saga;

/**
 * Where the code of today does not do what the journal of an instance says.
 *
 * @param entry the number of the entry, from 1
 * @param type of the entry
 * @param what is different
 * @param remedy what to do about it
 */
public record SagaDifference(SagaId instance, long entry, String type, String what, String remedy) {

  /** {@code transfer/T-1, entry 3 (orchestrix.SagaStepCompleted): ...}, for people. */
  @Override
  public String toString() {
    return "%s, entry %d (%s): %s %s".formatted(instance, entry, type, what, remedy);
  }
}
