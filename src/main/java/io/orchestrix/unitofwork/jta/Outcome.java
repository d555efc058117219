package io.orchestrix.unitofwork.jta;

/** How work ended, carried through the transaction's interceptor as a value. */
sealed interface Outcome<T> {

  record Done<T>(T value) implements Outcome<T> {}

  record Failed<T>(Exception reason) implements Outcome<T> {}
}
