package io.orchestrix.cdi;

import io.orchestrix.OrchestrixException;
import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.ModuleServices;
import io.orchestrix.module.ModuleWiring;
import io.orchestrix.module.Registered;
import io.orchestrix.module.Registration;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The modules of the application that are wired by code: every bean that is a ModuleWiring. */
final class ModuleBeans {

  private final Map<Bean<?>, String> found = new LinkedHashMap<>();
  private final Registered registered = new Registered();

  void found(ProcessBean<?> processed) {
    if (processed.getBean().getTypes().contains(ModuleWiring.class)) {
      found.put(processed.getBean(), Origins.of(processed));
    }
  }

  /** Lets all of them register what they have. */
  void register(BeanManager beans, Mistakes mistakes) {
    Map<String, String> byName = new LinkedHashMap<>();
    ModuleServices services = new ContainerServices(beans);
    found.forEach(
        (bean, origin) -> {
          Optional<String> name = ModuleNames.of(bean.getBeanClass());
          if (name.isEmpty()) {
            mistakes.add(Mistake.moduleWithoutName(origin));
            return;
          }
          String other = byName.putIfAbsent(name.get(), origin);
          if (other != null) {
            mistakes.add(Mistake.sameModule(other, origin, name.get()));
          }
          register(
              bean, origin, new Registration(name.get(), registered, services), beans, mistakes);
        });
  }

  private static void register(
      Bean<?> bean, String origin, Registration module, BeanManager beans, Mistakes mistakes) {
    try {
      reference(beans, bean).register(module);
    } catch (OrchestrixException e) {
      mistakes.add(Mistake.of(e));
    } catch (RuntimeException e) {
      mistakes.add(Mistake.noModule(origin, e));
    }
  }

  /** Never released: it lives as long as the application. */
  private static ModuleWiring reference(BeanManager beans, Bean<?> bean) {
    return (ModuleWiring)
        beans.getReference(bean, ModuleWiring.class, beans.createCreationalContext(bean));
  }

  /** What they have registered. */
  Registered registered() {
    return registered;
  }
}
