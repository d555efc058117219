package io.orchestrix.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A WAR made of classes and files of the class path. */
final class War {
  private final Map<String, String> entries = new LinkedHashMap<>();

  War with(Class<?>... types) {
    for (var type : types) {
      var resource = type.getName().replace('.', '/') + ".class";
      withFile("WEB-INF/classes/" + resource, "/" + resource);
    }
    return this;
  }

  /**
   * @param resource where it is in the class path
   */
  War withFile(String name, String resource) {
    entries.put(name, resource);
    return this;
  }

  void writeTo(Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        try (var content = War.class.getResourceAsStream(entry.getValue())) {
          if (content == null) {
            throw new IOException(entry.getValue() + " is not in the class path");
          }
          content.transferTo(zip);
        }
      }
    }
  }
}
