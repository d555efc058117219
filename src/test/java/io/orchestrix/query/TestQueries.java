package io.orchestrix.query;

import io.orchestrix.config.Settings;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.Caller;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import jakarta.validation.Validation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A bus with all that it does, in memory. */
final class TestQueries {

  final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  final RecordingMonitor monitor = new RecordingMonitor();
  final HandDriven hand = new HandDriven();
  final Map<String, String> settings = new HashMap<>();
  final Map<Class<? extends Query<?>>, QueryRoute> routes = new HashMap<>();
  Caller caller = Caller.ANONYMOUS;
  ReadModelChanges changes = hand;
  QueryThreads threads = hand;

  TestQueries answering(
      Class<? extends Query<?>> query, QueryHandler handler, String... projections) {
    routes.put(query, new QueryRoute(handler, Object.class, Set.of(projections), "test"));
    return this;
  }

  QueryBus start() {
    return new LocalQueryBus(
        routes,
        new QueryServices(
            unitOfWork,
            new Settings(name -> Optional.ofNullable(settings.get(name))),
            Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator(),
            caller,
            monitor,
            changes,
            threads));
  }
}
