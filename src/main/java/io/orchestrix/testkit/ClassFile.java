package io.orchestrix.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the classes that a class file uses, read from its constant pool (Java Virtual
 * Machine Specification, 4.4): those that it names, and those in its descriptors and signatures.
 */
final class ClassFile {

  private static final int MAGIC = 0xCAFEBABE;
  private static final Pattern IN_DESCRIPTOR =
      Pattern.compile("L([^;:<>()/\\s]+(?:/[^;:<>()/\\s]+)+)");
  private static final Pattern NAME = Pattern.compile("[^;:<>()/\\s]+(?:/[^;:<>()/\\s]+)+");

  private ClassFile() {}

  /**
   * @throws IOException if {@code file} is no class file
   */
  static Set<String> usedClasses(InputStream file) throws IOException {
    DataInputStream data = new DataInputStream(file);
    if (data.readInt() != MAGIC) {
      throw new IOException("This is no class file.");
    }
    data.skipNBytes(4); // versions
    int constants = data.readUnsignedShort();
    Set<String> used = new TreeSet<>();
    for (int i = 1; i < constants; i++) {
      int tag = data.readUnsignedByte();
      if (tag == 1) {
        collect(data.readUTF(), used);
      } else {
        data.skipNBytes(length(tag));
      }
      if (tag == 5 || tag == 6) {
        i++; // long and double take two places
      }
    }
    return used;
  }

  private static int length(int tag) throws IOException {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IOException("There is no constant of the kind " + tag);
    };
  }

  private static void collect(String text, Set<String> used) {
    if (NAME.matcher(text).matches()) {
      used.add(text.replace('/', '.'));
      return;
    }
    Matcher descriptors = IN_DESCRIPTOR.matcher(text);
    while (descriptors.find()) {
      used.add(descriptors.group(1).replace('/', '.'));
    }
  }
}
