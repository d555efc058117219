package io.orchestrix.cdi;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.Caller;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.projection.ProgressWatch;
import io.orchestrix.query.LocalQueryBus;
import io.orchestrix.query.QueryBus;
import io.orchestrix.query.ReadModelChanges;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Beans that step back when the application has one of its own. */
final class Defaults {

  private static final Set<Class<?>> UNQUALIFYING = Set.of(Default.class, Any.class, Named.class);

  private final Set<Type> present = new HashSet<>();
  private boolean hasCaller;

  /** Remembers what the application has. */
  void found(Bean<?> bean) {
    boolean isDefault =
        bean.getQualifiers().stream()
            .allMatch(qualifier -> UNQUALIFYING.contains(qualifier.annotationType()));
    if (isDefault) {
      present.addAll(bean.getTypes());
    }
  }

  /** Whether the application says itself who calls. */
  boolean hasCaller() {
    return hasCaller;
  }

  void addMissing(AfterBeanDiscovery discovery) {
    hasCaller = present.contains(Caller.class); // before ours is found, too
    addIfMissing(discovery, Clock.class, beans -> Clock.systemUTC());
    addIfMissing(discovery, PayloadCodec.class, beans -> new JacksonPayloadCodec());
    addIfMissing(discovery, Monitor.class, beans -> Monitor.NONE);
    addIfMissing(discovery, Caller.class, beans -> beans.select(ActingCaller.class).get());
    addIfMissing(discovery, EventStore.class, beans -> stores(beans).events());
    addIfMissing(discovery, CommandBus.class, beans -> beans.select(LocalCommandBus.class).get());
    addIfMissing(discovery, QueryBus.class, beans -> beans.select(LocalQueryBus.class).get());
    addIfMissing(discovery, ReadModelChanges.class, Defaults::changes);
  }

  private static ReadModelChanges changes(Instance<Object> beans) {
    ProgressWatch watch = beans.select(ProgressWatch.class).get();
    return (projections, onProgress) -> watch.listen(projections, onProgress)::run;
  }

  private static StoreFactory stores(Instance<Object> beans) {
    return beans.select(StoreFactory.class).get();
  }

  private <T> void addIfMissing(
      AfterBeanDiscovery discovery, Class<T> type, Function<Instance<Object>, T> make) {
    if (!present.contains(type)) {
      discovery
          .<T>addBean()
          .beanClass(Defaults.class)
          .types(Object.class, type)
          .scope(Singleton.class)
          .id("orchestrix-default-" + type.getName())
          .produceWith(make);
    }
  }
}
