package io.orchestrix.module;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells to which module a class belongs. */
public final class ModuleNames {

  private ModuleNames() {}

  /** The module of a class: its own, or that of the class or package around it. */
  public static Optional<String> of(Class<?> type) {
    for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
      Module own = around.getAnnotation(Module.class);
      if (own != null) {
        return Optional.of(own.value());
      }
    }
    return ofPackage(type.getPackageName(), type.getClassLoader());
  }

  private static Optional<String> ofPackage(String name, @Nullable ClassLoader loader) {
    String around = name;
    while (!around.isEmpty()) {
      Optional<String> found = annotated(around, loader);
      if (found.isPresent()) {
        return found;
      }
      around = around.contains(".") ? around.substring(0, around.lastIndexOf('.')) : "";
    }
    return Optional.empty();
  }

  /** An annotation of a package is on a class that only exists if the package has one. */
  private static Optional<String> annotated(String name, @Nullable ClassLoader loader) {
    try {
      Module own = Class.forName(name + ".package-info", false, loader).getAnnotation(Module.class);
      return Optional.ofNullable(own).map(Module::value);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
