package io.orchestrix.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A digest of all that something depends on, so that a change is seen. Used by one thread.
 *
 * <p>Code is told by its class files: every change of them is taken for a change of what they do,
 * and a class whose file cannot be found is never the same again.
 */
public final class Fingerprint {

  private final MessageDigest digest;

  /** Of nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Depends on a text. */
  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return add(bytes);
  }

  /**
   * Depends on the code of a class: of a lambda that of the class around it, of a proxy what it
   * extends.
   */
  public Fingerprint addCode(Class<?> type) {
    String name = type.getName().replaceFirst("\\$\\$Lambda.*", "");
    if (type.getClassLoader() == null) {
      return add(name); // of the platform
    }
    byte[] code = codeOf(name, type.getClassLoader());
    Class<?> ancestor = type.getSuperclass();
    if (code.length == 0 && ancestor != null && name.contains("$$")) { // a proxy
      return addCode(ancestor);
    }
    return code.length == 0 ? add(UUID.randomUUID().toString()) : add(code);
  }

  private Fingerprint add(byte[] bytes) {
    digest.update((byte) bytes.length); // so that "a", "b" is not "ab"
    digest.update((byte) (bytes.length >> 8));
    digest.update(bytes);
    return this;
  }

  private static byte[] codeOf(String name, ClassLoader loader) {
    try (InputStream file = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return file == null ? new byte[0] : file.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The digest of all that was added: 64 hexadecimal digits. Nothing can be added afterwards. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
