package io.orchestrix.telemetry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * A registry of MicroProfile Metrics that knows what is asked of it here; the real ones are on
 * servers.
 */
final class FakeRegistry implements InvocationHandler {

  final Map<String, Long> counters = new TreeMap<>();
  final Map<String, Duration> timers = new TreeMap<>();
  final Map<String, Supplier<? extends Number>> gauges = new TreeMap<>();
  final Map<String, Metadata> metadata = new TreeMap<>();

  void forget() {
    counters.clear();
    timers.clear();
    gauges.clear();
  }

  MetricRegistry registry() {
    return proxy(MetricRegistry.class, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    if (method.getName().equals("remove")) {
      return gauges.remove(name((MetricID) arguments[0])) != null;
    }
    Metadata about = (Metadata) arguments[0];
    Tag[] tags = (Tag[]) arguments[arguments.length - 1];
    String name = name(new MetricID(about.getName(), tags));
    metadata.put(about.getName(), about);
    return switch (method.getName()) {
      case "counter" -> counter(name);
      case "timer" -> timer(name);
      case "gauge" -> gauge(name, arguments[1]);
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Counter counter(String name) {
    return proxy(
        Counter.class,
        (proxy, method, arguments) -> counters.merge(name, (Long) arguments[0], Long::sum));
  }

  private Timer timer(String name) {
    return proxy(
        Timer.class,
        (proxy, method, arguments) -> timers.merge(name, (Duration) arguments[0], Duration::plus));
  }

  @SuppressWarnings("unchecked")
  private Object gauge(String name, Object supplier) {
    gauges.put(name, (Supplier<? extends Number>) supplier);
    return proxy(Gauge.class, (proxy, method, arguments) -> gauges.get(name));
  }

  private static String name(MetricID id) {
    return id.getName() + Arrays.toString(id.getTagsAsArray());
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
