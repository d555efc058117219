package com.acme.tasks;

import io.orchestrix.command.CommandBus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

@Path("/tasks")
@RequestScoped
public class TasksResource {

  @Inject CommandBus commands;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void add(Task.AddTask command) {
    commands.send(command);
  }

  @POST
  @Path("{taskId}/finished")
  public void finish(@PathParam("taskId") String taskId) {
    commands.send(new Task.FinishTask(taskId));
  }
}
