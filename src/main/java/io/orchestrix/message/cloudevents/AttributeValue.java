package io.orchestrix.message.cloudevents;

import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.math.BigInteger;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

/** The types of CloudEvents 1.0.2, "Type System", and what stands for them. */
final class AttributeValue {

  private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private AttributeValue() {}

  /** The value as a text, boolean or integer; otherwise what no attribute can be. */
  static Object canonical(Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Integer) {
      return value;
    }
    if (value instanceof Long || value instanceof Short || value instanceof Byte) {
      return integer(value.toString());
    }
    if (value instanceof OffsetDateTime time) {
      return Timestamps.format(time);
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    return value instanceof URI || value instanceof SpecVersion
        ? value.toString()
        : Attributes.UNFIT;
  }

  /** The number as an integer of 32 bits; otherwise what no attribute can be. */
  static Object integer(String number) {
    if (!number.matches("-?[0-9]{1,10}")) {
      return Attributes.UNFIT;
    }
    BigInteger value = new BigInteger(number);
    return value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0
        ? Attributes.UNFIT
        : (Object) value.intValueExact();
  }

  static Optional<String> flaw(Object value) {
    if (value instanceof String text) {
      return AttributeText.flaw(text);
    }
    return value == Attributes.UNFIT
        ? Optional.of("is no string, boolean or integer of 32 bits")
        : Optional.empty();
  }

  static void setExtension(CloudEventBuilder event, String name, Object value) {
    if (value instanceof Boolean bool) {
      event.withExtension(name, bool);
    } else if (value instanceof Integer integer) {
      event.withExtension(name, integer);
    } else {
      event.withExtension(name, value.toString());
    }
  }
}
