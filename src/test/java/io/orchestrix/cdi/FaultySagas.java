package io.orchestrix.cdi;

import io.orchestrix.message.Event;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Sagas with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class FaultySagas {

  private static final String HERE = FaultySagas.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("saga whose start has a further key", Foreign.class)
            .isRefusedWith("ORX-3744", HERE + "Foreign.start"),
        FaultyDeployment.of("saga with a result for nobody", Useless.class)
            .isRefusedWith("ORX-3746", HERE + "Useless.again", "int"),
        FaultyDeployment.of("saga that asks for what is no bean", Asking.class)
            .isRefusedWith("ORX-6005", HERE + "Asking.step"),
        FaultyDeployment.of("two sagas of one name", Sound.class, Namesake.class)
            .isRefusedWith("ORX-3731", "'sound'", "version 1"),
        FaultyDeployment.of("definition of a saga that does nothing", Idle.class)
            .isRefusedWith("ORX-3726", "'idle'"),
        FaultyDeployment.of("definition of a saga that cannot be made", Unmade.class)
            .isRefusedWith("ORX-3748", HERE + "Unmade", "no luck"));
  }

  record Seen(String id) implements Event {}

  record State(String id) {}

  @Saga("foreign")
  static class Foreign {
    @StartsOn
    @Correlate(value = "id", key = "seen")
    State start(@HandlesEvent Seen event) {
      return new State(event.id());
    }
  }

  @Saga(value = "useless", state = State.class)
  static class Useless {
    @Step(order = 1)
    int step() {
      return 1;
    }

    @Correlate("id")
    int again(@HandlesEvent Seen event) {
      return 1;
    }
  }

  @Saga(value = "asking", state = State.class)
  static class Asking {
    @Step(order = 1)
    void step(State state, Thread nobodys) {}
  }

  @Saga(value = "sound", state = State.class)
  static class Sound {
    @Step(order = 1)
    void step() {}
  }

  @Saga(value = "sound", state = State.class)
  static class Namesake {
    @Step(order = 1)
    void step() {}
  }

  @ApplicationScoped
  static class Idle {
    @Produces
    @Singleton
    SagaDefinition<State> definition() {
      return SagaDefinition.named("idle", State.class).build();
    }
  }

  @ApplicationScoped
  static class Unmade {
    @Produces
    @Singleton
    SagaDefinition<State> definition() {
      throw new IllegalStateException("no luck");
    }
  }

  private FaultySagas() {}
}
