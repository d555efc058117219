package com.acme.tasks;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

@ApplicationScoped
public class Reminders {

  @PersistenceContext(unitName = "tasks")
  EntityManager entities;

  @Inject AggregateRepository<Task> tasks;

  void plan(@HandlesCommand PlanTask command) {
    tasks.create(
        command.taskId(), task -> task.add(new Task.AddTask(command.taskId(), command.title())));
    entities.persist(new Reminder(command.taskId(), command.due()));
  }
}
