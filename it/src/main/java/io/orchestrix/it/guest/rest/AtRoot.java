package io.orchestrix.it.guest.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** An application that lists its classes. */
@ApplicationPath("/")
public class AtRoot extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(NotesResource.class);
  }
}
