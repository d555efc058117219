package io.orchestrix.standalone;

import io.orchestrix.config.ConfigurationException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.module.Registered;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.saga.SagaEvent;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What both sides of an application in memory stand on. */
record Foundation(
    Settings settings,
    Clock clock,
    EventTypes types,
    PayloadCodec codec,
    EventFormat format,
    UnitOfWork unitOfWork,
    CurrentMessage current,
    MetadataFactory metadata,
    GuardedMonitor monitor,
    @Nullable Validator validator,
    ActingCaller caller,
    ExecutorService threads) {

  /**
   * A read model in memory is not rolled back, so that events that come before the one that fails
   * must not be in its batch.
   */
  private static final Map<String, String> IN_MEMORY =
      Map.of(Keys.SOURCE.name(), "/orchestrix", Keys.BATCH_EVENTS.name(), "1");

  static Foundation of(Builder builder, Registered registered, ExecutorService threads) {
    Settings settings = settings(builder);
    EventTypes types = new EventTypes(eventClasses(registered));
    GuardedMonitor monitor = new GuardedMonitor(builder.monitor);
    CurrentMessage current = new CurrentMessage(monitor);
    PayloadCodec codec = new JacksonPayloadCodec();
    return new Foundation(
        settings,
        builder.clock,
        types,
        codec,
        new EventFormat(types, registered.upcasters(), codec, settings.get(Keys.UNKNOWN_EVENTS)),
        new InMemoryUnitOfWork(),
        current,
        new MetadataFactory(builder.clock, settings.messageSource(), current),
        monitor,
        BeanValidation.find(),
        new ActingCaller(builder.caller),
        threads);
  }

  private static Settings settings(Builder builder) {
    Map<String, String> set = new HashMap<>(IN_MEMORY);
    set.putAll(builder.settings);
    Settings settings = new Settings(name -> Optional.ofNullable(set.get(name)));
    for (ConfigurationException mistake : settings.mistakes()) {
      throw mistake;
    }
    return settings;
  }

  private static Set<Class<? extends Event>> eventClasses(Registered registered) {
    Set<Class<? extends Event>> classes = new LinkedHashSet<>(registered.events());
    classes.addAll(SagaEvent.TYPES);
    registered.aggregates().forEach(aggregate -> classes.addAll(aggregate.eventTypes()));
    return classes;
  }
}
