package io.caseclock.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/**
 * The import rules of the house, run in every module by a test of a few lines:
 * {@code @AnalyzeClasses(packages = "io.caseclock.monitor", importOptions =
 * DoNotIncludeTests.class) class HouseRulesTest extends HouseRules {}}.
 */
public class HouseRules {

  private static final Set<String> DOORS =
      Set.of(
          "rest",
          "kafka",
          "jdbc",
          "job",
          "file",
          "inapp",
          "email",
          "webhook",
          "http",
          "sms",
          "wecom",
          "dingtalk",
          "feishu",
          "console",
          "wiring",
          "security",
          "wire",
          "outbox");

  private static final DescribedPredicate<JavaClass> DOOR =
      DescribedPredicate.describe(
          "doors", type -> DOORS.stream().anyMatch(door -> inPackage(type, door)));

  private static final DescribedPredicate<JavaClass> CORE =
      DescribedPredicate.describe(
          "core", type -> type.getPackageName().startsWith("io.caseclock") && !DOOR.test(type));

  private static final DescribedPredicate<JavaCall<?>> ASKS_THE_SYSTEM_CLOCK =
      DescribedPredicate.describe(
          "ask the system clock",
          call ->
              (call.getName().equals("now")
                      && call.getTargetOwner().getPackageName().equals("java.time")
                      && call.getTarget().getRawParameterTypes().isEmpty())
                  || (call.getName().equals("currentTimeMillis")));

  /** Names a capability: the first package below the service's own. */
  private static final SliceAssignment CAPABILITIES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          var parts = type.getPackageName().split("\\.");
          return parts.length > 3 && !parts[3].equals("wiring")
              ? SliceIdentifier.of(parts[2], parts[3])
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "capabilities";
        }
      };

  @ArchTest
  static final ArchRule the_core_is_plain =
      noClasses()
          .that(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "io.quarkus..",
              "io.smallrye..",
              "org.eclipse.microprofile..",
              "com.fasterxml..",
              "java.sql..",
              "javax.sql..",
              "org.slf4j..",
              "org.apache.kafka..",
              "org.yaml..",
              "io.micrometer..")
          .allowEmptyShould(true)
          .because("legal time is computed by plain Java; move the framework into a door package");

  @ArchTest
  static final ArchRule the_core_never_looks_outward =
      noClasses()
          .that(CORE)
          .should()
          .dependOnClassesThat(DOOR)
          .allowEmptyShould(true)
          .because("doors call the core; declare a port in the core and implement it in the door");

  @ArchTest
  static final ArchRule only_wiring_asks_the_clock =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "are not wiring", (JavaClass type) -> !inPackage(type, "wiring")))
          .should()
          .callCodeUnitWhere(
              DescribedPredicate.describe(
                  "ask the system clock", call -> ASKS_THE_SYSTEM_CLOCK.test(call)))
          .allowEmptyShould(true)
          .because("'now' is one injected InstantSource, so that tests and audits can move it");

  @ArchTest
  static final ArchRule capabilities_have_no_cycles =
      slices()
          .assignedFrom(CAPABILITIES)
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("a capability that needs its user hides a third one");

  @ArchTest
  static final ArchRule the_contract_depends_on_nothing =
      classes()
          .that()
          .resideInAPackage("io.caseclock.contract..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.caseclock.contract..", "java..", "org.jspecify..")
          .allowEmptyShould(true)
          .because("the wire must not change with a framework");

  @ArchTest
  static final ArchRule only_wiring_produces_and_maps_configuration =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "are not wiring", (JavaClass type) -> !inPackage(type, "wiring")))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.enterprise.inject.Produces")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.smallrye.config.ConfigMapping")
          .allowEmptyShould(true)
          .because("who is made of what stands in one place, the wiring package");

  private static boolean inPackage(JavaClass type, String segment) {
    var name = type.getPackageName() + ".";
    return name.startsWith("io.caseclock.") && name.contains("." + segment + ".");
  }
}
