package io.orchestrix.message;

/**
 * On whose behalf the thread works. Thread-safe.
 *
 * <p>A server says so by itself; a bean of the application of this type replaces that.
 */
public interface Caller {

  /** Nobody in particular, with no role. */
  Caller ANONYMOUS =
      new Caller() {
        @Override
        public String name() {
          return "";
        }

        @Override
        public boolean isInRole(String role) {
          return false;
        }
      };

  /** The name of the principal; empty if there is none. */
  String name();

  /** Whether the caller has a role. */
  boolean isInRole(String role);

  /**
   * From where the work comes that the thread does: the address of who has asked for it over the
   * network, {@code saga:NAME} or {@code deadline}; empty if it comes from inside the application.
   */
  default String from() {
    return ""; // only those know who let it in
  }

  /** Why he wants what he wants, as far as he says so; empty otherwise. */
  default String why() {
    return "";
  }

  /** Work for another thread of the server, on behalf of the caller of now. */
  default Runnable carry(Runnable work) {
    return work; // a server's threads know by themselves
  }
}
