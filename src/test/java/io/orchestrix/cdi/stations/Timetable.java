package io.orchestrix.cdi.stations;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Upcaster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.Json;
import java.util.List;

/** A bean that belongs to the module of its package. */
@ApplicationScoped
public class Timetable {

  @Produces
  static final Upcaster OF_STATIONS =
      Upcaster.of("station-built", 1, old -> Json.createObjectBuilder(old).build());

  /** Asks for a time. */
  public record Ask(String from) implements Command {}

  List<String> ask(@HandlesCommand Ask command) {
    return List.of(command.from());
  }
}
