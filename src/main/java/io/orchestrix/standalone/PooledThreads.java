package io.orchestrix.standalone;

/** The threads of an application in memory, which do not keep the process alive. */
final class PooledThreads {

  private PooledThreads() {}

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "orchestrix");
    thread.setDaemon(true);
    return thread;
  }
}
