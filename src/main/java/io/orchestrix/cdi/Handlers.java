package io.orchestrix.cdi;

import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.Registered;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The handlers of one kind that discovery found: each a synthetic observer of its message's
 * delivery.
 */
final class Handlers {

  private final HandlerKind kind;
  private final Map<Class<?>, Handling> byMessage = new LinkedHashMap<>();

  Handlers(HandlerKind kind) {
    this.kind = kind;
  }

  void found(HandlerMethod handler, Mistakes mistakes) {
    Optional<Mistake> own = HandlerRules.check(handler);
    if (own.isPresent()) {
      mistakes.add(own.get());
    } else {
      found(new BeanHandling(handler), mistakes);
    }
  }

  void found(Handling handling, Mistakes mistakes) {
    Handling other = byMessage.putIfAbsent(handling.message(), handling);
    if (other != null) {
      mistakes.add(
          Mistake.twoHandlers(other.describe(), handling.describe(), kind, handling.message()));
    }
  }

  void addObservers(AfterBeanDiscovery discovery, BeanManager beans) {
    byMessage.forEach(
        (message, handling) -> {
          Invoker invoker = handling.invoker(beans);
          discovery
              .<Delivery>addObserverMethod()
              .beanClass(handling.owner())
              .observedType(Delivery.class)
              .addQualifier(new ForMessage.Literal(message))
              .notifyWith(context -> context.getEvent().deliverTo(invoker));
        });
  }

  /** Looks whether the container can call every handler. */
  void validate(BeanManager beans, Mistakes mistakes) {
    byMessage.values().forEach(handling -> mistakes.addAll(handling.mistakes(beans)));
  }

  /** Looks whether what modules have registered is handled twice, and at what each message says. */
  void check(List<? extends Registered.OfMessages> registered, Mistakes mistakes) {
    Map<Class<?>, String> known = new LinkedHashMap<>();
    byMessage.forEach((message, handling) -> known.put(message, handling.describe()));
    for (Registered.OfMessages handler : registered) {
      if (isFound(handler)) {
        continue;
      }
      String own = handler.description();
      String other = known.putIfAbsent(handler.type(), own);
      if (other != null) {
        mistakes.add(Mistake.twoHandlers(other, own, kind, handler.type()));
      }
    }
    mistakes.addAll(MessageRules.mistakes(kind, known.keySet()));
    if (kind == HandlerKind.DEADLINE) {
      mistakes.addAll(sameNames(known.keySet()));
    }
  }

  private static Stream<Mistake> sameNames(Set<Class<?>> payloads) {
    Map<String, Class<?>> byName = new HashMap<>();
    return payloads.stream()
        .flatMap(
            payload ->
                Optional.ofNullable(byName.putIfAbsent(payload.getSimpleName(), payload)).stream()
                    .map(other -> Mistake.sameDeadline(other, payload)));
  }

  /** The messages that have a handler. */
  Set<Class<?>> messages(List<? extends Registered.OfMessages> registered) {
    Set<Class<?>> messages = new LinkedHashSet<>(byMessage.keySet());
    registered.forEach(handler -> messages.add(handler.type()));
    return messages;
  }

  /** Whether it is a method that discovery found as well, such as one of an aggregate. */
  private boolean isFound(Registered.OfMessages handler) {
    Handling same = byMessage.get(handler.type());
    return same != null && same.describe().equals(handler.description());
  }

  /**
   * Every handler.
   *
   * @param make one of what discovery found, and its module
   */
  <H extends Registered.OfMessages> List<H> all(
      List<H> registered, BiFunction<Handling, String, H> make) {
    Map<Class<?>, String> modules = new HashMap<>();
    registered.forEach(handler -> modules.put(handler.type(), handler.module()));
    return Stream.concat(
            byMessage.values().stream().map(found -> make.apply(found, moduleOf(found, modules))),
            registered.stream().filter(handler -> !isFound(handler)))
        .toList();
  }

  private static String moduleOf(Handling found, Map<Class<?>, String> registered) {
    String module = registered.get(found.message());
    return module == null ? ModuleNames.of(found.owner()).orElse("") : module;
  }
}
