package io.orchestrix.bench;

/** One way to keep accounts as events. Thread-safe. */
interface Contestant extends AutoCloseable {

  String name();

  /** Where it keeps them. */
  Tables tables();

  /** Makes an account by so many bookings in one transaction, as the answer to a command. */
  void open(String account, int bookings) throws Exception;

  /** Loads an account, lets it decide and appends one booking, as the answer to a command. */
  void book(String account) throws Exception;

  /** Rebuilds an account from its events. */
  Tally load(String account) throws Exception;

  /**
   * Reads all events of all accounts in their order, each as its type.
   *
   * @param stored how many there are
   */
  Tally readAll(long stored) throws Exception;

  @Override
  void close();
}
