package com.acme.tasks;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class Tasks {

  @Inject AggregateRepository<Task> tasks;

  void add(@HandlesCommand Task.AddTask command) {
    tasks.create(command.taskId(), task -> task.add(command));
  }

  void finish(@HandlesCommand Task.FinishTask command) {
    tasks.update(command.taskId(), Task::finish);
  }
}
