package io.orchestrix.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own, which a test may kill. */
public final class Child {

  private Child() {}

  /**
   * Starts {@code main} with the classes of this process.
   *
   * @param errors the file that its errors are written to; what else it writes comes beside it
   */
  public static Process start(Class<?> main, Path errors, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(errors.resolveSibling(".").toFile())
        .redirectError(errors.toFile())
        .start();
  }
}
