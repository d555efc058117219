package io.orchestrix.it;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java cannot send to a process; every POSIX shell can. */
enum Signal {
  /** Nothing of it runs any more, and nobody is told: its connections stay. */
  STOP,
  /** It goes on where it was. */
  CONT;

  void sendTo(ProcessHandle process) {
    try {
      var kill =
          new ProcessBuilder("sh", "-c", "kill -" + name() + " " + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (kill.onExit().join().exitValue() != 0) {
        throw new IllegalStateException("SIG" + name() + " did not reach " + process.pid());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
