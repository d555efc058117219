package com.acme.tasks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

@Entity
public class Reminder {

  @Id private String taskId;
  private LocalDate due;

  protected Reminder() {}

  Reminder(String taskId, LocalDate due) {
    this.taskId = taskId;
    this.due = due;
  }

  LocalDate due() {
    return due;
  }
}
