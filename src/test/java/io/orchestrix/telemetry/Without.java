package io.orchestrix.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Loads the room anew, as on a server that does not have some packages. */
final class Without extends ClassLoader {

  private final List<String> missing;

  Without(List<String> missing) {
    super(Without.class.getClassLoader());
    this.missing = missing;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith("io.orchestrix.telemetry.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream stream = getParent().getResourceAsStream(file)) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = stream.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
