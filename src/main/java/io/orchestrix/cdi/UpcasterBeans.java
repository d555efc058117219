package io.orchestrix.cdi;

import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.Upcaster;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The upcasters of the application: every bean of that type, whatever its qualifiers. */
final class UpcasterBeans {

  private final Map<Bean<?>, String> found = new LinkedHashMap<>();
  private List<Upcaster> upcasters = List.of();

  void found(ProcessBean<?> processed) {
    if (processed.getBean().getTypes().contains(Upcaster.class)) {
      found.put(processed.getBean(), Origins.of(processed));
    }
  }

  /**
   * Makes them, and looks whether every stored event arrives at one of {@code types}.
   *
   * @param registered those that modules have registered by code
   */
  void validate(BeanManager beans, EventTypes types, List<Upcaster> registered, Mistakes mistakes) {
    List<Upcaster> made = new ArrayList<>(registered);
    found.forEach(
        (bean, origin) -> {
          try {
            made.add(reference(beans, bean).named(origin));
          } catch (RuntimeException e) {
            mistakes.add(Mistake.noUpcaster(origin, e));
          }
        });
    upcasters = List.copyOf(made);
    if (made.size()
        == found.size() + registered.size()) { // one that is missing would look like a gap
      mistakes.addAll(EventFormat.mistakes(types, upcasters).stream().map(Mistake::of));
    }
  }

  List<Upcaster> upcasters() {
    return upcasters;
  }

  /** Never released: it lives as long as the application. */
  private static Upcaster reference(BeanManager beans, Bean<?> bean) {
    return (Upcaster) beans.getReference(bean, Upcaster.class, beans.createCreationalContext(bean));
  }
}
