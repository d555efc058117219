package io.orchestrix.message.jackson;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadCodecConformance;

class JacksonPayloadCodecTest extends PayloadCodecConformance {

  @Override
  protected PayloadCodec codec() {
    return new JacksonPayloadCodec();
  }
}
