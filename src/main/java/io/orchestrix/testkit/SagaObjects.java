package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.saga.Compensation;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaType;
import io.orchestrix.saga.Step;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests give as sagas: definitions, or objects of classes with {@code @Saga}. */
final class SagaObjects {

  private SagaObjects() {}

  /**
   * The definition.
   *
   * @param values of the further parameters of its methods
   * @throws io.orchestrix.saga.InvalidSagaException if it cannot be a saga
   */
  static SagaDefinition<?> definition(Object saga, FixedValues values) {
    return saga instanceof SagaDefinition<?> definition
        ? definition
        : SagaType.of(saga.getClass()).definition(work -> work.on(saga, values));
  }

  /** The classes of the events that a saga takes, of sealed ones all that they permit. */
  static Set<Class<? extends Event>> events(SagaDefinition<?> saga) {
    Set<Class<? extends Event>> events = new LinkedHashSet<>();
    saga.eventTypes().forEach(type -> collect(type, found -> events.add(found)));
    return events;
  }

  private static void collect(Class<?> type, Consumer<Class<? extends Event>> events) {
    if (!Modifier.isAbstract(type.getModifiers())) {
      events.accept(type.asSubclass(Event.class));
    }
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(each -> collect(each, events));
    }
  }

  /** The names of methods with {@link Compensation} by the steps that they take back. */
  static Map<String, String> compensations(Object saga) {
    return saga instanceof SagaDefinition<?>
        ? Map.of()
        : SagaType.of(saga.getClass())
            .methods()
            .filter(method -> method.isAnnotationPresent(Step.class))
            .collect(Collectors.toMap(Method::getName, SagaObjects::compensation));
  }

  private static String compensation(Method step) {
    return step.getAnnotation(Step.class).compensatedBy();
  }
}
