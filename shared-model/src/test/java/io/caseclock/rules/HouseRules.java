package io.caseclock.rules;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;

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
          "panache",
          "job",
          "file",
          "http",
          "console",
          "wiring",
          "security",
          "wire",
          "outbox");

  private static final DescribedPredicate<JavaClass> DOOR =
      DescribedPredicate.describe(
          "doors",
          type -> DOORS.stream().anyMatch(door -> inPackage(type, door)) || isChannel(type));

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

  @ArchTest
  static final ArchRule only_panache_uses_hibernate =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "are not in a panache package", (JavaClass type) -> !inPackage(type, "panache")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
          .allowEmptyShould(true)
          .because("a table is read and written in one style: with entities, or with plain SQL");

  /**
   * Of one service; doors of the modules below it are there for all, and so is a door that belongs
   * to the service as a whole, such as {@code io.caseclock.monitor.jdbc}. Each kind of channel is a
   * door of its own too.
   */
  @ArchTest
  static final ArchRule no_capability_uses_the_door_of_another =
      classes()
          .should(
              new ArchCondition<JavaClass>("use no door but their own capability's") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getDirectDependenciesFromSelf().stream()
                      .filter(use -> isDoorOfAnother(type, use.getTargetClass()))
                      .forEach(use -> events.add(violated(type, use.getDescription())));
                }
              })
          .allowEmptyShould(true)
          .because("what two capabilities need belongs to the core of one, or to both their doors");

  /** {@code io.caseclock.SERVICE.CAPABILITY.DOOR}, asked from another capability. */
  private static boolean isDoorOfAnother(JavaClass from, JavaClass to) {
    var own = from.getPackageName().split("\\.");
    var other = to.getBaseComponentType().getPackageName().split("\\.");
    return own.length > 3
        && other.length > 4
        && to.getBaseComponentType().getPackageName().startsWith("io.caseclock.")
        && (DOORS.contains(other[4]) || other[3].equals("channel"))
        && own[2].equals(other[2])
        && !own[3].equals(other[3])
        && !own[3].equals("wiring");
  }

  private static final Set<String> OPERATIONS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private static final Set<String> STATED =
      Set.of("RolesAllowed", "PermitAll", "DenyAll").stream()
          .map("jakarta.annotation.security."::concat)
          .collect(Collectors.toUnmodifiableSet());

  /** Who is not signed in may sign in, and read a calendar by its secret; nothing else is open. */
  private static final Set<String> OPEN =
      Set.of(
          "io.caseclock.notify.console.signin.SignInPages",
          "io.caseclock.notify.console.feed.CalendarDownload",
          "io.caseclock.monitor.feed.rest.CalendarResource");

  @ArchTest
  static final ArchRule every_operation_names_its_roles =
      methods()
          .that(
              DescribedPredicate.describe(
                  "are operations",
                  (JavaMethod method) ->
                      OPERATIONS.stream()
                          .anyMatch(name -> method.isAnnotatedWith("jakarta.ws.rs." + name))))
          .should(
              new ArchCondition<JavaMethod>("name their roles") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  if (STATED.stream().noneMatch(stated -> isStated(method, stated))) {
                    events.add(violated(method, method.getFullName() + " names no roles"));
                  }
                }
              })
          .allowEmptyShould(true)
          .because("a token without a known role opens nothing; add @RolesAllowed");

  @ArchTest
  static final ArchRule nothing_asks_only_for_a_token =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.quarkus.security.Authenticated")
          .allowEmptyShould(true)
          .because("a token without a known role opens nothing; name the roles");

  @ArchTest
  static final ArchRule only_signing_in_is_open =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "are not open by intent", (JavaClass type) -> !OPEN.contains(type.getName())))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.annotation.security.PermitAll")
          .allowEmptyShould(true)
          .because("what is open stands in one list, here and in the README");

  @ArchTest
  static final ArchRule what_the_clock_calls_tells_itself_where_it_fails =
      methods()
          .that()
          .areAnnotatedWith("io.quarkus.scheduler.Scheduled")
          .should(
              new ArchCondition<JavaMethod>("go through JobRound") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  if (method.getMethodCallsFromSelf().stream()
                      .noneMatch(HouseRules::isOfJobRound)) {
                    events.add(violated(method, method.getFullName() + " calls no JobRound"));
                  }
                }
              })
          .allowEmptyShould(true)
          .because("a database that is away is a line of the log, not a stack in each round");

  private static boolean isOfJobRound(JavaMethodCall call) {
    return call.getTargetOwner().getName().equals("io.caseclock.job.JobRound");
  }

  private static boolean isStated(JavaMethod method, String annotation) {
    return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
  }

  /** Each kind of channel is a door of its own. */
  private static boolean isChannel(JavaClass type) {
    return type.getPackageName().startsWith("io.caseclock.notify.channel.");
  }

  private static boolean inPackage(JavaClass type, String segment) {
    var name = type.getPackageName() + ".";
    return name.startsWith("io.caseclock.") && name.contains("." + segment + ".");
  }
}
