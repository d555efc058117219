package io.orchestrix.rest;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;

/**
 * The JSON of requests and answers: strict, and whatever codec the application has for what it
 * stores.
 */
final class RestJson {

  static final PayloadCodec CODEC = JacksonPayloadCodec.strict();

  private RestJson() {}
}
