package com.acme.tasks;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import jakarta.validation.constraints.NotBlank;

@Aggregate("task")
public class Task extends AggregateRoot {

  public record AddTask(@NotBlank String taskId, @NotBlank String title) implements Command {}

  public record FinishTask(@NotBlank String taskId) implements Command {}

  public record TaskAdded(String taskId, String title) implements Event {}

  public record TaskFinished(String taskId) implements Event {}

  private boolean finished;

  void add(AddTask command) {
    apply(new TaskAdded(command.taskId(), command.title()));
  }

  void finish() {
    if (finished) {
      throw new DomainRuleException("finished-once", "The task is finished already.");
    }
    apply(new TaskFinished(id()));
  }

  void when(TaskAdded event) {
    finished = false;
  }

  void when(TaskFinished event) {
    finished = true;
  }
}
