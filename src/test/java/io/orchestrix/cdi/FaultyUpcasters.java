package io.orchestrix.cdi;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.Upcaster;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.stream.Stream;

/** Upcasters with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod"})
final class FaultyUpcasters {

  private static final String HERE = FaultyUpcasters.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("a former revision without an upcaster", Moved.class)
            .isRefusedWith("ORX-1012", HERE + "Moved", "nothing takes 'moved' revision 1 further"),
        FaultyDeployment.of("two upcasters for one step", Moved.class, First.class, Second.class)
            .isRefusedWith(
                "ORX-1013", HERE + "First.moved()", HERE + "Second.alsoMoved", "'moved'"),
        FaultyDeployment.of("upcaster for the current revision", Stayed.class, OfCurrent.class)
            .isRefusedWith("ORX-1014", HERE + "OfCurrent.stayed()", HERE + "Stayed"),
        FaultyDeployment.of("upcaster that leads nowhere", DeadEnd.class)
            .isRefusedWith("ORX-1015", HERE + "DeadEnd.gone()", "leads to 'gone' revision 2"),
        FaultyDeployment.of("upcasters in a circle", Circle.class)
            .isRefusedWith("ORX-1016", HERE + "Circle.", "there' revision 1"),
        FaultyDeployment.of("upcaster that cannot be made", Unmade.class)
            .isRefusedWith("ORX-6018", HERE + "Unmade.unmade()", "at least 1", "Correct"));
  }

  @EventType(value = "moved", revision = 2)
  record Moved() implements Event {}

  @EventType("stayed")
  record Stayed() implements Event {}

  @Dependent
  static class First {
    @Produces
    Upcaster moved() {
      return Upcaster.of("moved", 1, old -> old);
    }
  }

  @Dependent
  static class Second {
    @Produces static final Upcaster alsoMoved = Upcaster.of("moved", 1, old -> old);
  }

  @Dependent
  static class OfCurrent {
    @Produces
    Upcaster stayed() {
      return Upcaster.of("stayed", 1, old -> old);
    }
  }

  @Dependent
  static class DeadEnd {
    @Produces
    Upcaster gone() {
      return Upcaster.of("gone", 1, old -> old);
    }
  }

  @Dependent
  static class Circle {
    @Produces
    Upcaster there() {
      return Upcaster.rename("here", 1, "there", 1);
    }

    @Produces
    Upcaster andBack() {
      return Upcaster.rename("there", 1, "here", 1);
    }
  }

  @Dependent
  static class Unmade {
    @Produces
    Upcaster unmade() {
      return Upcaster.drop("never", 0);
    }
  }

  private FaultyUpcasters() {}
}
