package com.acme.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskTest {

  @Test
  void a_task_is_added() {
    Task task = new Task();

    task.add(new Task.AddTask("T1", "Try Orchestrix"));

    assertThat(task.pendingEvents()).containsExactly(new Task.TaskAdded("T1", "Try Orchestrix"));
  }
}
