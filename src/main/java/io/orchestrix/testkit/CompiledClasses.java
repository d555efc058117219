package io.orchestrix.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of a folder or jar, and what they use. */
final class CompiledClasses {

  private static final String SUFFIX = ".class";

  private CompiledClasses() {}

  /** Those of the folder or jar of {@code one}, below the package above its own. */
  static List<Class<?>> beside(Class<?> one) throws IOException, URISyntaxException {
    Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return below(place, one);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return below(jar.getPath("/"), one);
    }
  }

  private static List<Class<?>> below(Path root, Class<?> one) throws IOException {
    String own = one.getPackageName();
    String above = own.contains(".") ? own.substring(0, own.lastIndexOf('.')) : own;
    Path start = root.resolve(above.replace(".", root.getFileSystem().getSeparator()));
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(start)) {
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        classes.add(load(name.substring(0, name.length() - SUFFIX.length()), one));
      }
    }
    return classes;
  }

  private static Class<?> load(String name, Class<?> neighbour) {
    try {
      return Class.forName(name, false, neighbour.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("There is a class file of %s, but no class.".formatted(name), e);
    }
  }

  /** The names of the classes that the code of {@code type} names. */
  static Set<String> usedBy(Class<?> type) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + SUFFIX;
    try (InputStream code = type.getResourceAsStream(file)) {
      if (code == null) {
        throw new AssertionError("There is no class file of " + type.getName());
      }
      return ClassFile.usedClasses(code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
