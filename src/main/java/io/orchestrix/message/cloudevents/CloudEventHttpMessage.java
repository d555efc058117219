package io.orchestrix.message.cloudevents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers and the body of an HTTP request or response that carries CloudEvents. */
public final class CloudEventHttpMessage {

  private final Map<String, String> headers;
  private final byte[] body;

  CloudEventHttpMessage(Map<String, String> headers, byte[] body) {
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.body = body;
  }

  /** One value for each name, ready to be sent. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the body; empty if there is no data. */
  public byte[] body() {
    return body.clone();
  }
}
