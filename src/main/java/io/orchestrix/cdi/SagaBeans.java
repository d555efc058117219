package io.orchestrix.cdi;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Event;
import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.Registered;
import io.orchestrix.saga.InvalidSagaException;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaTarget;
import io.orchestrix.saga.SagaType;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sagas that discovery found: classes with {@link Saga}, each a synthetic observer of what is
 * delivered to it, and beans that are definitions.
 */
final class SagaBeans {

  private record Found(SagaType type, Bean<?> bean) {}

  private final List<Found> classes = new ArrayList<>();
  private final Map<Bean<?>, String> definitions = new LinkedHashMap<>();
  private final List<Registered.SagaEntry> made = new ArrayList<>();

  <T> void found(ProcessManagedBean<T> managed, Mistakes mistakes) {
    if (!managed.getAnnotatedBeanClass().isAnnotationPresent(Saga.class)) {
      return;
    }
    Class<T> type = managed.getAnnotatedBeanClass().getJavaClass();
    List<InvalidSagaException> wrong = SagaType.mistakes(type);
    wrong.forEach(mistake -> mistakes.add(Mistake.of(mistake)));
    if (wrong.isEmpty()) {
      SagaType saga = SagaType.of(type);
      mistakes.addAll(BeanCall.mistakes(managed, saga.methods()));
      classes.add(new Found(saga, managed.getBean()));
    }
  }

  /** Remembers a bean that is a definition. */
  void found(ProcessBean<?> processed) {
    if (definitionType(processed.getBean()).isPresent()) {
      definitions.put(processed.getBean(), Origins.of(processed));
    }
  }

  /** With its type of the state, without which it is no type of the bean. */
  private static Optional<Type> definitionType(Bean<?> bean) {
    return bean.getTypes().stream()
        .filter(
            type ->
                SagaDefinition.class.equals(
                    type instanceof ParameterizedType generic ? generic.getRawType() : type))
        .findFirst();
  }

  void addObservers(AfterBeanDiscovery discovery, BeanManager beans) {
    for (Found found : classes) {
      BeanCall.observe(found.type().type(), found.bean(), discovery, beans);
    }
  }

  /** The classes of events that classes take, as far as they are no supertypes of some. */
  Stream<Class<? extends Event>> eventTypes() {
    return EventClasses.concrete(
        classes.stream().flatMap(found -> found.type().eventTypes().stream()));
  }

  /** Those that definitions take, once they are made. */
  Stream<Class<? extends Event>> madeEventTypes() {
    return EventClasses.concrete(
        made.stream().flatMap(saga -> saga.definition().eventTypes().stream()));
  }

  /** Looks whether the container can call every method, and makes the definitions. */
  void validate(BeanManager beans, Mistakes mistakes) {
    for (Found found : classes) {
      mistakes.addAll(InjectedValues.mistakes(found.type().injected(), beans));
      made.add(entry(found.type().type(), found.type().definition(target(found.type(), beans))));
    }
    definitions.forEach((bean, origin) -> make(bean, origin, beans, mistakes));
  }

  private void make(Bean<?> bean, String origin, BeanManager beans, Mistakes mistakes) {
    try {
      SagaDefinition<?> definition =
          (SagaDefinition<?>)
              beans.getReference(
                  bean, definitionType(bean).orElseThrow(), beans.createCreationalContext(bean));
      made.add(entry(bean.getBeanClass(), definition));
    } catch (OrchestrixException e) {
      mistakes.add(Mistake.of(e));
    } catch (RuntimeException e) {
      mistakes.add(Mistake.noSaga(origin, e));
    }
  }

  private static Registered.SagaEntry entry(Class<?> owner, SagaDefinition<?> definition) {
    return new Registered.SagaEntry(ModuleNames.of(owner).orElse(""), owner.getName(), definition);
  }

  private static SagaTarget target(SagaType type, BeanManager beans) {
    return work -> BeanCall.send(beans.getEvent(), type.type(), work::on);
  }

  /** All of them, with those that modules have registered. */
  List<Registered.SagaEntry> all(List<Registered.SagaEntry> registered) {
    return Stream.concat(made.stream(), registered.stream()).toList();
  }
}
