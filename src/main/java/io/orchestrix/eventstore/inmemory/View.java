package io.orchestrix.eventstore.inmemory;

/** Who looks at the streams. */
enum View {
  /** Whose turn it is to write: sees what it has done so far. */
  WRITER,
  /** Anybody else: sees what is committed. */
  READER
}
