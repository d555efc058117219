package io.orchestrix.message.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadCodecConformance;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class JacksonPayloadCodecTest extends PayloadCodecConformance {

  @Override
  protected PayloadCodec codec() {
    return new JacksonPayloadCodec();
  }

  record Moments(OffsetDateTime at, ZonedDateTime in) {}

  @Test
  void offsets_and_zones_are_kept() {
    Moments moments =
        new Moments(
            OffsetDateTime.parse("2026-06-01T00:30:00+02:00"),
            ZonedDateTime.parse("2026-06-01T00:30:00+02:00[Europe/Berlin]"));
    PayloadCodec codec = new JacksonPayloadCodec();

    assertThat(codec.decode(codec.encode(moments), Moments.class)).isEqualTo(moments);
  }
}
