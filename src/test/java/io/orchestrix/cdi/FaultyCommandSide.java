package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandInterceptor;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.CommandOrder;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Command;
import io.orchestrix.message.EventJson;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.Upcaster;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Interceptors, observers and commands with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class FaultyCommandSide {

  private static final String HERE = FaultyCommandSide.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("interceptor without a place", WithoutPriority.class)
            .isRefusedWith("ORX-6019", HERE + "WithoutPriority", "CommandOrder.VALIDATION - 10"),
        FaultyDeployment.of("produced interceptor without a place", ProducedWithoutPriority.class)
            .isRefusedWith("ORX-6019", HERE + "ProducedWithoutPriority.interceptor()"),
        FaultyDeployment.of("interceptor in a place of ours", Taken.class)
            .isRefusedWith("ORX-6020", HERE + "Taken", "the priority 5000"),
        FaultyDeployment.of("two interceptors in one place", OneOfTwo.class, OtherOfTwo.class)
            .isRefusedWith(
                "ORX-6021", HERE + "OneOfTwo", HERE + "OtherOfTwo.interceptor", "the priority 42"),
        FaultyDeployment.of("place of what is never stored", OfText.class)
            .isRefusedWith("ORX-6022", HERE + "OfText.observe", "RecordedEvent"),
        FaultyDeployment.of("place of anything", OfAnything.class)
            .isRefusedWith("ORX-6022", HERE + "OfAnything.observe"),
        FaultyDeployment.of("two access rules", AskingTwoRules.class)
            .isRefusedWith("ORX-6026", HERE + "TwoRules", "@RolesAllowed, @PermitAll and @DenyAll"),
        FaultyDeployment.of("all access rules", AskingAllRules.class)
            .isRefusedWith("ORX-6026", HERE + "AllRules"),
        FaultyDeployment.of("upcaster that asks for the store", AskingUpcaster.class)
            .isRefusedWith("ORX-6018", HERE + "AskingUpcaster", "are made before the bus"),
        ofCommand("retry.attempts", "101", "a number of attempts from 1 to 100"),
        ofCommand("retry.policy", "sometimes", "none, fixed, linear or exponential"),
        ofCommand("retry.pause", "5ms", "an ISO-8601 duration"),
        ofCommand("retry.longest", "P1D", "an ISO-8601 duration"),
        ofCommand("retry.jitter", "perhaps", "true or false"),
        ofCommand("timeout", "10", "an ISO-8601 duration"));
  }

  private static FaultyDeployment ofCommand(String key, String value, String expected) {
    String name = "orchestrix.command.Ask." + key;
    return FaultyDeployment.of(name + "=" + value, Asking.class)
        .with(name, value)
        .isRefusedWith("ORX-5001", "%s is '%s'; it takes ".formatted(name, value), expected);
  }

  record Ask() implements Command {}

  @PermitAll
  @RolesAllowed("clerk")
  record TwoRules() implements Command {}

  @DenyAll
  @PermitAll
  @RolesAllowed("clerk")
  record AllRules() implements Command {}

  abstract static class Passing implements CommandInterceptor {
    @Override
    public @Nullable Object intercept(CommandMessage message, CommandHandler next)
        throws Exception {
      return next.handle(message);
    }
  }

  @ApplicationScoped
  static class WithoutPriority extends Passing {}

  @Dependent
  static class ProducedWithoutPriority {
    @Produces
    @ApplicationScoped
    CommandInterceptor interceptor() {
      return (message, next) -> next.handle(message);
    }
  }

  @ApplicationScoped
  @Priority(CommandOrder.RETRY)
  static class Taken extends Passing {}

  @ApplicationScoped
  @Priority(42)
  static class OneOfTwo extends Passing {}

  @Dependent
  static class OtherOfTwo {
    @Produces
    @Priority(42)
    final CommandInterceptor interceptor = (message, next) -> next.handle(message);
  }

  @ApplicationScoped
  static class OfText {
    void observe(@Observes String text, RecordedEvent recorded) {}
  }

  @ApplicationScoped
  static class OfAnything {
    void observe(RecordedEvent recorded, @ObservesAsync Object event) {}
  }

  @ApplicationScoped
  static class Asking {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class AskingTwoRules {
    void ask(@HandlesCommand TwoRules command) {}
  }

  @ApplicationScoped
  static class AskingAllRules {
    void ask(@HandlesCommand AllRules command) {}
  }

  @ApplicationScoped
  static class AskingUpcaster implements Upcaster {
    @Inject EventStore store;

    @Override
    public EventRevision source() {
      return new EventRevision("Moved", 1);
    }

    @Override
    public Optional<EventRevision> target() {
      return Optional.empty();
    }

    @Override
    public List<EventJson> upcast(JsonObject old) {
      return List.of();
    }
  }

  private FaultyCommandSide() {}
}
