package io.orchestrix.harness;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged below a name, at every level, and from everybody else. Thread-safe. */
public final class LogRecorder extends Handler {

  private final Logger log;
  private final Level level;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  /** Records until it is closed. */
  public LogRecorder(String name) {
    this.log = Logger.getLogger(name);
    this.level = log.getLevel();
    log.setLevel(Level.ALL);
    log.addHandler(this);
    log.setUseParentHandlers(false);
  }

  /** All records, oldest first. */
  public List<LogRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public void publish(LogRecord entry) {
    records.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
    log.setUseParentHandlers(true);
    log.setLevel(level);
  }
}
