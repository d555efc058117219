package io.orchestrix.saga;

/**
 * By what events find an instance.
 *
 * @param name what kind of key, {@code paymentId} for one
 * @param value which one
 */
public record CorrelationKey(String name, String value) {

  /** The name of the key that an instance has from its beginning; no further one is called so. */
  static final String OWN = "";

  /** Whether it is that of the instance itself. */
  boolean isOwn() {
    return name.equals(OWN);
  }
}
