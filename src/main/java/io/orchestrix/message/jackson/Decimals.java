package io.orchestrix.message.jackson;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Bounds decimals in both directions, so that what is written can be read, and no few characters
 * from outside ({@code 1e999999999}) make arithmetic that never ends.
 */
final class Decimals {

  /** Jackson reads numbers of at most 1,000 characters. */
  private static final int MOST_DIGITS = 900;

  private static final int LARGEST_SCALE = 1_000;

  private Decimals() {}

  static SimpleModule module() {
    return new SimpleModule()
        .addDeserializer(BigDecimal.class, new Reader())
        .addSerializer(BigDecimal.class, new Writer());
  }

  private static boolean isBounded(BigDecimal value) {
    return value.precision() <= MOST_DIGITS
        && value.scale() <= LARGEST_SCALE
        && value.scale() >= -LARGEST_SCALE;
  }

  private static final class Reader extends NumberDeserializers.BigDecimalDeserializer {
    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      BigDecimal value = super.deserialize(parser, context);
      return value == null || isBounded(value)
          ? value
          : (BigDecimal)
              context.handleWeirdNumberValue(
                  BigDecimal.class, value, "it has too many digits or too large an exponent");
    }
  }

  private static final class Writer extends StdSerializer<BigDecimal> {
    Writer() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
      if (!isBounded(value)) {
        context.reportMappingProblem(
            "a decimal takes at most %d digits and a scale of at most %d",
            MOST_DIGITS, LARGEST_SCALE);
      }
      json.writeNumber(value);
    }
  }
}
