package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.deadline.HandlesDeadline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.stream.Stream;

/** Handlers of deadlines with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class FaultyDeadlineHandlers {

  private static final String HERE = FaultyDeadlineHandlers.class.getName() + "$";

  private FaultyDeadlineHandlers() {}

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("two handlers of a deadline", First.class, Second.class)
            .isRefusedWith(
                "ORX-6001", "both handle the deadline " + HERE + "Late", "remove @HandlesDeadline"),
        FaultyDeployment.of("text is no payload", OfText.class)
            .isRefusedWith("ORX-3634", HERE + "OfText.late(String)", "java.lang.String", "record"),
        FaultyDeployment.of("two payloads of one name", First.class, OfOther.class)
            .isRefusedWith("ORX-3631", HERE + "Late", HERE + "Other$Late", "Rename"),
        FaultyDeployment.of("aggregate that handles a deadline", Clockwork.class)
            .isRefusedWith("ORX-6009", HERE + "Clockwork.late(Late)", "is an aggregate"),
        FaultyDeployment.of("handler of a deadline with its own transaction", Apart.class)
            .isRefusedWith("ORX-6027", HERE + "Apart.late(Late)", "REQUIRES_NEW"));
  }

  record Late(String what) {}

  static final class Other {
    record Late() {}
  }

  @ApplicationScoped
  static class First {
    void late(@HandlesDeadline Late late) {}
  }

  @ApplicationScoped
  static class Second {
    void late(@HandlesDeadline Late late) {}
  }

  @ApplicationScoped
  static class OfText {
    void late(@HandlesDeadline String late) {}
  }

  @ApplicationScoped
  static class OfOther {
    void late(@HandlesDeadline Other.Late late) {}
  }

  @Aggregate("clockwork")
  static class Clockwork extends AggregateRoot {
    void late(@HandlesDeadline Late late) {}
  }

  @ApplicationScoped
  static class Apart {
    @Transactional(TxType.REQUIRES_NEW)
    void late(@HandlesDeadline Late late) {}
  }
}
