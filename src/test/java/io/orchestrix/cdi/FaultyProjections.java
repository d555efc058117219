package io.orchestrix.cdi;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.subscription.Sequencing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Projections with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class FaultyProjections {

  private static final String HERE = FaultyProjections.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("handler of events without a projection", Unmarked.class)
            .isRefusedWith("ORX-3401", HERE + "Unmarked", "@Projection"),
        FaultyDeployment.of("projection with a malformed name", Misnamed.class)
            .isRefusedWith("ORX-3402", HERE + "Misnamed", "'no name'"),
        FaultyDeployment.of("projection with too many segments", Divided.class)
            .isRefusedWith("ORX-3403", HERE + "Divided", "257"),
        FaultyDeployment.of("projection with a sequencing that cannot be made", Unmade.class)
            .isRefusedWith("ORX-3404", HERE + "Unmade", HERE + "WithArgument"),
        FaultyDeployment.of("projection without handlers", Idle.class)
            .isRefusedWith("ORX-3405", HERE + "Idle"),
        FaultyDeployment.of("projection that takes two events at once", Greedy.class)
            .isRefusedWith("ORX-3406", HERE + "Greedy.both"),
        FaultyDeployment.of("projection that takes what is no event", OfText.class)
            .isRefusedWith("ORX-3407", HERE + "OfText.text"),
        FaultyDeployment.of("projection with a private handler", Private.class)
            .isRefusedWith("ORX-3408", HERE + "Private.seen"),
        FaultyDeployment.of("projection that answers later", Later.class)
            .isRefusedWith("ORX-3409", HERE + "Later.seen"),
        FaultyDeployment.of("projection with two resets", Reset.class)
            .isRefusedWith("ORX-3410", HERE + "Reset"),
        FaultyDeployment.of("reset that takes an event", ResetByEvent.class)
            .isRefusedWith("ORX-3411", HERE + "ResetByEvent.seen"),
        FaultyDeployment.of("projection with a wrong failure policy", Impatient.class)
            .isRefusedWith("ORX-3412", HERE + "Impatient"),
        FaultyDeployment.of("two projections of one name", Sound.class, Namesake.class)
            .isRefusedWith("ORX-3413", HERE + "Sound", HERE + "Namesake", "'sound'"),
        FaultyDeployment.of("projection that asks for what is no bean", Asking.class)
            .isRefusedWith("ORX-6005", HERE + "Asking.seen"),
        FaultyDeployment.of("wrong value for one projection", Sound.class)
            .with("orchestrix.projection.sound.batch-events", "many")
            .isRefusedWith("ORX-5001", "orchestrix.projection.sound.batch-events is 'many'"));
  }

  record Seen(String what) implements Event {}

  @ApplicationScoped
  static class Unmarked {
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection("no name")
  static class Misnamed {
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection(value = "divided", segments = 257)
  static class Divided {
    void seen(@HandlesEvent Seen event) {}
  }

  static final class WithArgument implements Sequencing {
    WithArgument(String argument) {}

    @Override
    public String key(RecordedEvent event) {
      return "";
    }
  }

  @Projection(value = "unmade", sequencing = WithArgument.class)
  static class Unmade {
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection("idle")
  static class Idle {}

  @Projection("greedy")
  static class Greedy {
    void both(@HandlesEvent Seen one, @HandlesEvent Seen other) {}
  }

  @Projection("text")
  static class OfText {
    void text(@HandlesEvent String text) {}
  }

  @Projection("private")
  static class Private {
    private void seen(@HandlesEvent Seen event) {}
  }

  @Projection("later")
  static class Later {
    CompletableFuture<String> seen(@HandlesEvent Seen event) {
      return CompletableFuture.completedFuture("");
    }
  }

  @Projection("reset")
  static class Reset {
    void seen(@HandlesEvent Seen event) {}

    @OnReset
    void one() {}

    @OnReset
    void other() {}
  }

  @Projection("reset-by-event")
  static class ResetByEvent {
    @OnReset
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection("impatient")
  static class Impatient {
    @OnFailure(pause = "soon")
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection("sound")
  static class Sound {
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection("sound")
  static class Namesake {
    void seen(@HandlesEvent Seen event) {}
  }

  @Projection("asking")
  static class Asking {
    void seen(@HandlesEvent Seen event, Thread nobodys) {}
  }

  private FaultyProjections() {}
}
