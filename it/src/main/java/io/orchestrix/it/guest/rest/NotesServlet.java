package io.orchestrix.it.guest.rest;

import io.orchestrix.OrchestrixException;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.Note;
import io.orchestrix.it.guest.WriteLine;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Notes over HTTP in an application without Jakarta REST. */
@WebServlet("/notes/*")
public class NotesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CommandBus commands;
  @Inject transient AggregateRepository<Note> notes;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var body = Json.createReader(request.getReader())) {
      var command = new WriteLine(noteId(request), body.readObject().getString("line"));
      response.getWriter().print(commands.send(command, Integer.class));
    } catch (OrchestrixException e) {
      response.sendError(status(e));
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      response.getWriter().print(String.join("\n", notes.load(noteId(request)).lines()));
    } catch (OrchestrixException e) {
      response.sendError(status(e));
    }
  }

  private static String noteId(HttpServletRequest request) {
    return request.getPathInfo().substring(1);
  }

  private static int status(OrchestrixException failure) {
    return switch (failure.kind()) {
      case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
      case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
      case REFUSED -> 422;
      default -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    };
  }
}
