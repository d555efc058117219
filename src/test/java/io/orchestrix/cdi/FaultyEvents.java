package io.orchestrix.cdi;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.Tag;
import java.util.stream.Stream;

/** Events with a mistake each. */
final class FaultyEvents {

  private static final String HERE = FaultyEvents.class.getName() + "$";
  private static final String TEN = "0123456789";
  private static final String FIFTY = TEN + TEN + TEN + TEN + TEN;

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("two events of one name", OneEvent.class, OtherEvent.class)
            .isRefusedWith("ORX-1007", HERE + "OneEvent", HERE + "OtherEvent", "'happened'"),
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
            .isRefusedWith("ORX-1006", HERE + "Broken", "control character"),
        FaultyDeployment.of("event type of the revision 0", Unborn.class)
            .isRefusedWith("ORX-1008", HERE + "Unborn", "the revision 0", "begin with 1"),
        FaultyDeployment.of("alias that is the name of another", Borrower.class, OneEvent.class)
            .isRefusedWith("ORX-1007", HERE + "Borrower", HERE + "OneEvent", "'happened'"),
        FaultyDeployment.of("alias that is the alias of another", OneHeir.class, OtherHeir.class)
            .isRefusedWith("ORX-1007", HERE + "OneHeir", HERE + "OtherHeir", "'ancestor'"),
        FaultyDeployment.of("alias without a text", Anonymous.class)
            .isRefusedWith("ORX-1009", HERE + "Anonymous", "the alias ''", "is blank"),
        FaultyDeployment.of("alias that no column holds", EndlesslyKnown.class)
            .isRefusedWith("ORX-1009", HERE + "EndlesslyKnown", "is 256 characters long"),
        FaultyDeployment.of("alias with a control character", BrokenlyKnown.class)
            .isRefusedWith("ORX-1009", HERE + "BrokenlyKnown", "'bro?ken'", "control character"),
        FaultyDeployment.of("alias that is the name already", Echo.class)
            .isRefusedWith("ORX-1009", HERE + "Echo", "is its name already"),
        FaultyDeployment.of("alias that is named twice", Stutter.class)
            .isRefusedWith("ORX-1009", HERE + "Stutter", "is named twice"),
        FaultyDeployment.of("a tag of a record", TaggedRecord.class)
            .isRefusedWith("ORX-1018", HERE + "TaggedRecord", "'inner'", "a OneEvent holds values"),
        FaultyDeployment.of("a tag of an array", TaggedArray.class)
            .isRefusedWith("ORX-1018", HERE + "TaggedArray", "'names'", "a List gives a tag"),
        FaultyDeployment.of("a tag with a colon in its name", TaggedWithColon.class)
            .isRefusedWith("ORX-1018", HERE + "TaggedWithColon", "the name 'a:b'"));
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

  @EventType(revision = 0)
  record Unborn() implements Event {}

  @EventType(aliases = "happened")
  record Borrower() implements Event {}

  @EventType(aliases = "ancestor")
  record OneHeir() implements Event {}

  @EventType(aliases = "ancestor")
  record OtherHeir() implements Event {}

  @EventType(aliases = "")
  record Anonymous() implements Event {}

  @EventType(aliases = FIFTY + FIFTY + FIFTY + FIFTY + FIFTY + "123456")
  record EndlesslyKnown() implements Event {}

  @EventType(aliases = "bro\nken")
  record BrokenlyKnown() implements Event {}

  @EventType(aliases = "Echo")
  record Echo() implements Event {}

  @EventType(aliases = {"stutter", "stutter"})
  record Stutter() implements Event {}

  @EventType
  record TaggedRecord(@Tag OneEvent inner) implements Event {}

  @EventType
  @SuppressWarnings("ArrayRecordComponent") // the mistake
  record TaggedArray(@Tag String[] names) implements Event {}

  @EventType
  record TaggedWithColon(@Tag("a:b") String name) implements Event {}

  private FaultyEvents() {}
}
