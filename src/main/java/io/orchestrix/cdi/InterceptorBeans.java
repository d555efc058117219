package io.orchestrix.cdi;

import io.orchestrix.command.CommandInterceptor;
import io.orchestrix.command.CommandOrder;
import io.orchestrix.module.Once;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The interceptors of commands that the application has, by their priorities. */
final class InterceptorBeans {

  private record Found(Bean<?> bean, String origin) {}

  private final SortedMap<Integer, Found> byPriority = new TreeMap<>();

  void found(ProcessBean<?> processed, Mistakes mistakes) {
    if (!processed.getBean().getTypes().contains(CommandInterceptor.class)) {
      return;
    }
    Found found = new Found(processed.getBean(), Origins.of(processed));
    Priority priority = priority(processed);
    if (priority == null) {
      mistakes.add(Mistake.interceptorWithoutPriority(found.origin()));
    } else if (CommandOrder.isTaken(priority.value())) {
      mistakes.add(Mistake.takenPriority(found.origin(), priority.value()));
    } else {
      Found other = byPriority.putIfAbsent(priority.value(), found);
      if (other != null) {
        mistakes.add(Mistake.samePriority(other.origin(), found.origin(), priority.value()));
      }
    }
  }

  private static @Nullable Priority priority(ProcessBean<?> processed) {
    Annotated annotated = processed.getAnnotated();
    return annotated == null ? null : annotated.getAnnotation(Priority.class);
  }

  /** Looked up when the first command passes, as they may want the bus themselves. */
  SortedMap<Integer, CommandInterceptor> references(BeanManager beans) {
    SortedMap<Integer, CommandInterceptor> references = new TreeMap<>();
    byPriority.forEach(
        (priority, found) -> {
          Supplier<CommandInterceptor> reference = Once.of(() -> reference(found.bean(), beans));
          references.put(priority, (message, next) -> reference.get().intercept(message, next));
        });
    return references;
  }

  /** Never released: it lives as long as the application. */
  private static CommandInterceptor reference(Bean<?> bean, BeanManager beans) {
    return (CommandInterceptor)
        beans.getReference(bean, CommandInterceptor.class, beans.createCreationalContext(bean));
  }
}
