package io.orchestrix.saga;

/**
 * By what events find an instance.
 *
 * @param name what kind of key, {@code paymentId} for one
 * @param value which one
 */
public record CorrelationKey(String name, String value) {}
