package io.orchestrix.cdi;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import java.util.stream.Stream;

/** Events with a mistake each. */
final class FaultyEvents {

  private static final String HERE = FaultyEvents.class.getName() + "$";
  private static final String TEN = "0123456789";
  private static final String FIFTY = TEN + TEN + TEN + TEN + TEN;

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("two events of one name", OneEvent.class, OtherEvent.class)
            .isRefusedWith("ORX-6008", HERE + "OneEvent", HERE + "OtherEvent", "'happened'"),
        FaultyDeployment.of("@EventType on no event", NoEvent.class)
            .isRefusedWith("ORX-1005", HERE + "NoEvent", "does not implement Event"),
        FaultyDeployment.of("@EventType on an abstract class", AbstractEvent.class)
            .isRefusedWith("ORX-1005", HERE + "AbstractEvent", "is abstract"),
        FaultyDeployment.of("@EventType on an interface", Family.class)
            .isRefusedWith("ORX-1005", HERE + "Family", "is an interface"),
        FaultyDeployment.of("event type without a name", Nameless.class)
            .isRefusedWith("ORX-1006", HERE + "Nameless", "' '", "1 to 255 characters"),
        FaultyDeployment.of("event type that no column holds", Endless.class)
            .isRefusedWith("ORX-1006", HERE + "Endless", "is 256 characters long"),
        FaultyDeployment.of("event type with a control character", Broken.class)
            .isRefusedWith("ORX-1006", HERE + "Broken", "control character"));
  }

  @EventType("happened")
  record OneEvent() implements Event {}

  @EventType("happened")
  record OtherEvent() implements Event {}

  @EventType("no-event")
  record NoEvent() {}

  @EventType("abstract")
  abstract static class AbstractEvent implements Event {}

  @EventType("family")
  interface Family extends Event {}

  @EventType(" ")
  record Nameless() implements Event {}

  @EventType(FIFTY + FIFTY + FIFTY + FIFTY + FIFTY + "123456")
  record Endless() implements Event {}

  @EventType("bro\nken")
  record Broken() implements Event {}

  private FaultyEvents() {}
}
