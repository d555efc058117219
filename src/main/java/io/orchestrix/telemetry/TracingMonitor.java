package io.orchestrix.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.orchestrix.monitor.Activity;
import io.orchestrix.monitor.Activity.BatchHandling;
import io.orchestrix.monitor.Activity.DeadlineFiring;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Observation;
import io.orchestrix.monitor.Signal;
import io.orchestrix.monitor.Signal.AggregateLoaded;
import io.orchestrix.monitor.Signal.CommandRetried;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes OpenTelemetry spans of what happens, in the trace of the message that has caused it. Names
 * and attributes follow the semantic conventions for messaging; there is no payload in them, no id
 * of an aggregate, and no text of an exception. Thread-safe.
 *
 * <p>On a server it is there by itself; in plain Java:
 *
 * <pre>{@code
 * Orchestrix.inMemory().monitor(TracingMonitor.of(openTelemetry))
 * }</pre>
 */
public final class TracingMonitor implements Monitor {

  private static final String SCOPE = "io.orchestrix";

  private final Tracer tracer;

  private TracingMonitor(Tracer tracer) {
    this.tracer = tracer;
  }

  /** {@link Monitor#NONE} if {@code telemetry} makes no spans, as when it is switched off. */
  public static Monitor of(OpenTelemetry telemetry) {
    Tracer tracer = telemetry.getTracer(SCOPE);
    Span probe = tracer.spanBuilder("probe").setNoParent().startSpan(); // not ended: not exported
    return probe.getSpanContext().isValid() ? new TracingMonitor(tracer) : Monitor.NONE;
  }

  @Override
  public void on(Signal signal) {
    if (signal instanceof AggregateLoaded loaded) {
      Span.current().addEvent("aggregate loaded", Conventions.attributes(loaded));
    } else if (signal instanceof CommandRetried retried) {
      Span.current().addEvent("command retried", Conventions.attributes(retried));
    }
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // by the observation
  public Observation begin(Activity activity) {
    SpanBuilder builder = Conventions.span(tracer, activity);
    Context parent = parent(activity, builder);
    Span span = builder.setParent(parent).startSpan();
    Scope scope = parent.with(span).makeCurrent();
    return failure -> {
      scope.close();
      if (failure != null) {
        Conventions.fail(span, failure);
      }
      span.end();
    };
  }

  /** Work in the background has nothing to do with what its thread was begun by. */
  private static Context parent(Activity activity, SpanBuilder builder) {
    if (activity instanceof BatchHandling batch) {
      return common(batch, builder);
    }
    Context current = activity instanceof DeadlineFiring ? Context.root() : Context.current();
    SpanContext own = Span.fromContext(current).getSpanContext();
    SpanContext cause = TraceContexts.parse(activity.traceparent());
    if (!cause.isValid() || TraceContexts.isSameTrace(cause, own)) {
      return current;
    }
    if (own.isValid()) {
      builder.addLink(own);
    }
    return current.with(Span.wrap(cause));
  }

  /** A batch belongs to the trace of its events if that is one, and is linked to all of them. */
  private static Context common(BatchHandling batch, SpanBuilder builder) {
    List<SpanContext> causes =
        batch.traceparents().stream()
            .map(TraceContexts::parse)
            .filter(SpanContext::isValid)
            .toList();
    causes.forEach(builder::addLink);
    boolean isOne =
        !causes.isEmpty()
            && causes.stream().allMatch(c -> TraceContexts.isSameTrace(c, causes.get(0)));
    return isOne ? Context.root().with(Span.wrap(causes.get(0))) : Context.root();
  }

  @Override
  public @Nullable String traceparent(@Nullable String inherited) {
    SpanContext own = Span.current().getSpanContext();
    if (!own.isValid()) {
      return inherited;
    }
    SpanContext cause = TraceContexts.parse(inherited);
    return cause.isValid() && !TraceContexts.isSameTrace(cause, own)
        ? inherited
        : TraceContexts.format(own);
  }
}
