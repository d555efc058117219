package io.orchestrix.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The rooms and what each may import, as docs/architecture.md says. */
final class Rooms {

  private static final String ROOT = "io.orchestrix";

  private final Set<String> everywhere = new LinkedHashSet<>();
  private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

  /** Reads the table below the heading "What a room may import". */
  static Rooms ofDocumentation() {
    Rooms rooms = new Rooms();
    Documentation.table("architecture.md", "## What a room may import")
        .forEach(row -> rooms.allowed.put(row.get(0), names(row.get(1))));
    rooms.everywhere.addAll(rooms.allowed.getOrDefault("every room", Set.of()));
    rooms.allowed.remove("every room");
    return rooms;
  }

  Set<String> names() {
    return allowed.keySet();
  }

  boolean mayImport(String from, String to) {
    Set<String> rooms = allowed.getOrDefault(from, Set.of());
    return from.equals(to)
        || to.isEmpty()
        || everywhere.contains(to)
        || rooms.contains(to)
        || rooms.contains("everything");
  }

  /** The room of a class of ours; empty for the root package. */
  static String of(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).replaceFirst("\\..*", "");
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static Set<String> names(String cell) {
    return cell.equals("nothing more")
        ? Set.of()
        : new LinkedHashSet<>(Arrays.asList(cell.split(",\\s*")));
  }
}
