package io.orchestrix.it.guest.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the application's own: how many lines a note has. */
@Entity
@Table(name = "guest_entry")
public class Entry {
  @Id private String noteId = "";
  private int lines;

  protected Entry() {}

  Entry(String noteId) {
    this.noteId = noteId;
  }

  String noteId() {
    return noteId;
  }

  int lines() {
    return lines;
  }

  void count(int lines) {
    this.lines = lines;
  }
}
