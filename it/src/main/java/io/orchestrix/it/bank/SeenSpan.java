package io.orchestrix.it.bank;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span as it was exported.
 *
 * @param parent empty if it has none
 * @param begun when, in nanoseconds of the epoch
 * @param links the ids of the spans that it is linked to
 * @param attributes those that are texts
 */
record SeenSpan(
    String trace,
    String id,
    String parent,
    String name,
    String kind,
    long begun,
    List<String> links,
    Map<String, String> attributes) {

  static SeenSpan of(Span span) {
    var attributes = new TreeMap<String, String>();
    for (KeyValue attribute : span.getAttributesList()) {
      attributes.put(attribute.getKey(), attribute.getValue().getStringValue());
    }
    return new SeenSpan(
        hex(span.getTraceId().toByteArray()),
        hex(span.getSpanId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        span.getStartTimeUnixNano(),
        span.getLinksList().stream().map(link -> hex(link.getSpanId().toByteArray())).toList(),
        attributes);
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  boolean isRoot() {
    return parent.isEmpty();
  }
}
