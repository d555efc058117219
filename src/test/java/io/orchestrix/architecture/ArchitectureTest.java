package io.orchestrix.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom, and what only some folders may import. */
class ArchitectureTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.orchestrix");

  private final Rooms rooms = Rooms.ofDocumentation();

  @Test
  void the_documented_rooms_are_the_rooms() {
    Set<String> found =
        CODE.stream().map(Rooms::of).filter(room -> !room.isEmpty()).collect(Collectors.toSet());

    assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(rooms.names()));
  }

  @Test
  void a_room_imports_only_what_the_table_allows() {
    List<String> trespasses =
        CODE.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(arrow -> Rooms.isOurs(arrow.getTargetClass()))
            .filter(
                arrow ->
                    !rooms.mayImport(
                        Rooms.of(arrow.getOriginClass()), Rooms.of(arrow.getTargetClass())))
            .map(Dependency::getDescription)
            .toList();

    assertThat(trespasses).isEmpty();
  }

  @Test
  void rooms_are_free_of_cycles() {
    slices().matching("io.orchestrix.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @TestFactory
  List<DynamicTest> a_technology_is_imported_only_in_its_folders() {
    return Documentation.table("architecture.md", "## What a folder's name licenses").stream()
        .map(row -> DynamicTest.dynamicTest(row.get(1), () -> checkLicence(row.get(0), row.get(1))))
        .toList();
  }

  /** A folder's name begins with a small letter, that of a licensed class with a capital. */
  private static void checkLicence(String folders, String packages) {
    String[] licensed = split(folders, "..%s..");
    String[] technology = split(packages, "%s..");
    noClasses()
        .that()
        .resideOutsideOfPackages(licensed)
        .and(not(named(folders)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(technology)
        .because("only " + folders + " may import it")
        .check(CODE);
  }

  private static DescribedPredicate<JavaClass> named(String cell) {
    Set<String> names = Set.of(split(cell, "%s"));
    return DescribedPredicate.describe(cell, type -> names.contains(type.getSimpleName()));
  }

  private static String[] split(String cell, String pattern) {
    return List.of(cell.split(",\\s*")).stream().map(pattern::formatted).toArray(String[]::new);
  }

  @Test
  void time_comes_from_the_injected_clock() {
    noClasses().should().callMethod(Instant.class, "now").check(CODE);
    noClasses()
        .that()
        .resideOutsideOfPackages("..cdi..", "..standalone..")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .check(CODE);
  }

  @Test
  void every_package_is_null_marked() {
    Set<String> unmarked =
        CODE.stream()
            .map(JavaClass::getPackage)
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .map(found -> found.getName())
            .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
  }

  @Test
  void nothing_prints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CODE);
  }

  @Test
  void a_third_of_the_types_is_package_private() {
    List<JavaClass> types =
        CODE.stream().filter(type -> type.isTopLevelClass() && !isPackageInfo(type)).toList();
    long hidden =
        types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();

    assertThat(hidden * 3)
        .as("%d of %d", hidden, types.size())
        .isGreaterThanOrEqualTo(types.size());
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
