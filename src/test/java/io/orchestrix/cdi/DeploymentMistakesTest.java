package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentMistakesTest {

  private static String refusalOf(Map<String, String> settings, Class<?>... application) {
    Throwable refusal =
        catchThrowable(() -> Container.startWith(settings, TestDatabase.h2(), application).close());
    assertThat(refusal).as("the application must not start").isNotNull();
    return String.valueOf(refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource({
    "io.orchestrix.cdi.FaultyHandlers#deployments",
    "io.orchestrix.cdi.FaultyAggregates#deployments",
    "io.orchestrix.cdi.FaultyEvents#deployments",
    "io.orchestrix.cdi.FaultyUpcasters#deployments",
    "io.orchestrix.cdi.FaultyInjections#deployments",
    "io.orchestrix.cdi.FaultyConfigurations#deployments",
    "io.orchestrix.cdi.FaultyCommandSide#deployments",
    "io.orchestrix.cdi.FaultyAggregateHandlers#deployments",
    "io.orchestrix.cdi.FaultyModules#deployments",
    "io.orchestrix.cdi.FaultyQueryHandlers#deployments",
    "io.orchestrix.cdi.FaultyDeadlineHandlers#deployments",
    "io.orchestrix.cdi.FaultyProjections#deployments",
    "io.orchestrix.cdi.FaultySagas#deployments"
  })
  void a_mistake_keeps_the_application_from_starting(FaultyDeployment mistake) {
    assertThat(refusalOf(mistake.settings(), mistake.application().toArray(Class<?>[]::new)))
        .contains(
            "ORX-6000 This application cannot start; to be corrected: 1\n  1) "
                + mistake.code()
                + " ")
        .contains(mistake.parts());
  }

  @Test
  void all_mistakes_are_reported_together() {
    assertThat(
            refusalOf(
                Map.of("orchestrix.retry.attempts", "0", "orchestrix.retry.pause", "long"),
                FaultyHandlers.First.class,
                FaultyHandlers.Second.class,
                FaultyHandlers.Static.class,
                FaultyAggregates.Rootless.class,
                FaultyEvents.OneEvent.class,
                FaultyEvents.OtherEvent.class,
                FaultyInjections.OfUnknown.class))
        .contains("to be corrected: 7", "\n  1) ", "\n  2) ", "\n  6) ", "\n  7) ")
        .contains("ORX-6001", "ORX-6003", "ORX-4004", "ORX-1007", "ORX-6007")
        .contains("ORX-5001 orchestrix.retry.attempts", "ORX-5001 orchestrix.retry.pause");
  }
}
