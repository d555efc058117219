package io.orchestrix.it.bank;

import java.util.List;

/** Spans as people see them: each below its parent. */
record TraceTree(List<SeenSpan> spans) {

  String text() {
    var text = new StringBuilder();
    spans.stream().filter(SeenSpan::isRoot).forEach(root -> add(root, "", text));
    return text.toString();
  }

  private void add(SeenSpan span, String indent, StringBuilder text) {
    text.append(indent).append(span.name()).append(" (").append(span.kind()).append(")\n");
    spans.stream()
        .filter(child -> child.parent().equals(span.id()))
        .sorted((one, other) -> Long.compare(one.begun(), other.begun()))
        .forEach(child -> add(child, indent + "  ", text));
  }
}
