package io.orchestrix.it.footprint;

import io.orchestrix.it.Jcmd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * What a server costs.
 *
 * @param start from the start of the process to the first answer
 * @param resident memory that the operating system gave to the process, in KiB; 0 if unknown
 * @param heap of it used by live objects, in KiB
 */
record Footprint(Duration start, long resident, long heap) {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** One part of the heap; metaspace has no total. */
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  /** Measures after garbage collections: what the first one finalizes, the second one frees. */
  static Footprint of(ProcessHandle process, Duration start) throws IOException {
    Jcmd.ask(process, "GC.run");
    Jcmd.ask(process, "GC.run");
    var heap = sum(USED, Jcmd.ask(process, "GC.heap_info"));
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    return new Footprint(
        start, Files.exists(status) ? sum(RESIDENT, Files.readString(status)) : 0, heap);
  }

  /** Of each figure its median. */
  static Footprint median(List<Footprint> all) {
    return new Footprint(
        Duration.ofMillis(median(all, one -> one.start.toMillis())),
        median(all, Footprint::resident),
        median(all, Footprint::heap));
  }

  private static long median(List<Footprint> all, ToLongFunction<Footprint> figure) {
    return all.stream().mapToLong(figure).sorted().toArray()[all.size() / 2];
  }

  private static long sum(Pattern figure, String text) {
    return figure.matcher(text).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }
}
