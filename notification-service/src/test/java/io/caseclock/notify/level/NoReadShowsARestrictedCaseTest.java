package io.caseclock.notify.level;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.s1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.caseclock.contract.CaseLevel;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.bulletin.InventedNumbers;
import io.caseclock.notify.bulletin.kafka.PeriodNumbersConsumer;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.PeriodNumbersWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every address that reads, of the API and of the console, in every form that it has. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoReadShowsARestrictedCaseTest {

  /** They must tell of the case to a supervisor, or the other tests prove nothing. */
  private static final Set<String> TELLING =
      Set.of(
          "/api/v1/bulletins/{id}",
          "/api/v1/escalations",
          "/api/v1/escalations/{id}",
          "/api/v1/notices",
          "/api/v1/notices/drafts",
          "/api/v1/notices/drafts/{id}",
          "/api/v1/notices/register",
          "/api/v1/notices/{id}",
          "/api/v1/notices/{id}/document",
          "/api/v1/notices/{id}/document.{form: json|html|pdf}",
          "/api/v1/silences",
          "/api/v1/tasks",
          "/api/v1/tasks/{id}",
          "/breaches",
          "/breaches/{id}",
          "/bulletins/{id}",
          "/bulletins/{id}/xlsx",
          "/cases/{caseId}",
          "/notices",
          "/notices/drafts",
          "/notices/drafts/new",
          "/notices/drafts/{id}",
          "/notices/export",
          "/notices/{id}",
          "/search",
          "/silences",
          "/tasks",
          "/tasks/{id}");

  /** It never ends, and tells only what is addressed to whoever listens. */
  private static final String STREAM = "/api/v1/inbox/stream";

  @Inject Office office;
  @Inject RestrictedOffice restricted;
  @Inject Sql sql;
  @Inject PeriodNumbersConsumer periods;

  private final Map<String, String> ids = new HashMap<>();

  @BeforeEach
  void aRestrictedCaseThatStandsEverywhere() {
    sql.update("truncate bulletin, bulletin_counter, bulletin_paper cascade");
    sql.update("truncate task, task_entry, task_definition");
    restricted.open();
    periods.take(
        List.of(
            Office.consumed(
                PeriodNumbersWire.write(
                    InventedNumbers.month(
                        "D0102", LocalDate.parse("2026-03-01"), RestrictedOffice.CASE)))));
    office.settle();
    s1().contentType(ContentType.JSON)
        .body(
            Map.of(
                "unit",
                "D0102",
                "caseId",
                RestrictedOffice.CASE,
                "reason",
                "示例",
                "from",
                Instant.now().toString(),
                "until",
                Instant.now().plus(Duration.ofDays(1)).toString()))
        .post("/api/v1/silences")
        .then()
        .statusCode(201);
    ids.put("draft", draft(RestrictedOffice.CASE));
    ids.put("notice", office.text("select id from notice"));
    ids.put("number", office.text("select number from notice"));
    ids.put("task", office.text("select id from task"));
    ids.put("escalation", office.text("select id from escalation"));
    ids.put("bulletin", office.text("select id from bulletin"));
    restricted.restrict();
  }

  private String draft(String caseId) {
    var fault = Map.of("element", "case", "provision", "示例规定", "text", RestrictedOffice.NAME);
    return s1().contentType(ContentType.JSON)
        .body(Map.of("unit", "D0102", "caseId", caseId, "found", List.of(fault)))
        .post("/api/v1/notices")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void a_supervisor_reads_of_it_wherever_cases_are_told_of() throws Exception {
    assertThat(telling(Office::s1, "S1")).containsAll(TELLING);
  }

  @Test
  void the_officer_whom_its_deadlines_name_reads_of_it() throws Exception {
    assertThat(telling(Office::o1, "O1"))
        .contains(
            "/api/v1/notices/{id}",
            "/api/v1/tasks/{id}",
            "/api/v1/escalations",
            "/api/v1/inbox",
            "/api/v1/inbox/{id}/letters",
            "/inbox",
            "/messages/{id}",
            "/search");
  }

  @ParameterizedTest
  @CsvSource({"O2,officer", "L2,legal-officer", "P2,prosecutor"})
  void others_of_the_unit_read_nothing_of_it_anywhere(String officer, String role)
      throws Exception {
    assertThat(telling(() -> as(officer, "D0102", role), officer)).isEmpty();
  }

  @Test
  void whoever_was_told_of_something_goes_on_seeing_it_and_nothing_else() {
    l1().get("/api/v1/escalations/" + ids.get("escalation")).then().statusCode(200);
    l1().get("/api/v1/notices/" + ids.get("notice")).then().statusCode(404);
    l1().get("/api/v1/notices/drafts/" + ids.get("draft")).then().statusCode(404);
    l1().get("/api/v1/tasks/" + ids.get("task")).then().statusCode(404);
    as("C1", "D01", "officer").get("/api/v1/tasks/" + ids.get("task")).then().statusCode(200);
    as("C1", "D01", "officer").get("/api/v1/notices/" + ids.get("notice")).then().statusCode(404);

    sql.update(
        "update message_recipient r set recipient = 'L2' from message m"
            + " where m.id = r.message_id and m.notice_id = ?",
        ids.get("notice"));
    var l2 = as("L2", "D0102", "legal-officer");
    l2.get("/api/v1/notices/" + ids.get("notice")).then().statusCode(200);
    l2.get("/api/v1/escalations/" + ids.get("escalation")).then().statusCode(404);
  }

  @Test
  void nobody_writes_of_a_case_that_is_hidden_from_them() {
    var fault = Map.of("element", "case", "provision", "示例规定", "text", "示例");
    as("L2", "D0102", "legal-officer")
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "unit",
                "D0102",
                "officer",
                "L2",
                "caseId",
                RestrictedOffice.CASE,
                "found",
                List.of(fault)))
        .post("/api/v1/notices")
        .then()
        .statusCode(403);
    as("L2", "D0102", "legal-officer")
        .contentType(ContentType.JSON)
        .body(Map.of("unit", "D0102", "caseId", "A9907318", "known", List.of("DR1")))
        .post("/api/v1/notices")
        .then()
        .statusCode(422);
    s1().contentType(ContentType.JSON)
        .body(Map.of("unit", "D0102", "caseId", "A9907318", "known", List.of("DR1")))
        .post("/api/v1/notices")
        .then()
        .statusCode(201);
  }

  @Test
  void whoever_proposes_a_silence_learns_nothing_of_the_case_that_it_names() {
    for (var caseId : List.of(RestrictedOffice.CASE, "A9907318")) {
      var l2 = as("L2", "D0102", "legal-officer").contentType(ContentType.JSON);
      var until = Instant.now().plus(Duration.ofDays(1)).toString();
      var id =
          l2.body(Map.of("unit", "D0102", "caseId", caseId, "reason", "示例", "until", until))
              .post("/api/v1/silences")
              .then()
              .statusCode(201)
              .extract()
              .<String>path("id");

      l2.get("/api/v1/silences").then().body(containsString(id));
      l2.body(Map.of()).post("/api/v1/silences/" + id + "/end").then().statusCode(200);
    }
  }

  @Test
  void a_notice_that_covers_a_fault_of_it_is_hidden_as_well() {
    var id =
        s1().contentType(ContentType.JSON)
            .body(Map.of("unit", "D0102", "caseId", "A9907318", "known", List.of("DR1")))
            .post("/api/v1/notices")
            .then()
            .extract()
            .<String>path("id");
    office.texts("update notice_fault set open = false returning notice_id");
    s1().post("/api/v1/notices/" + id + "/issue").then().statusCode(201);

    as("O2", "D0102", "officer").get("/api/v1/notices/" + id).then().statusCode(404);
    s1().get("/api/v1/notices/" + id).then().statusCode(200);
  }

  @Test
  void who_opened_it_in_need_sees_it_until_the_end_and_all_do_once_it_is_ordinary() {
    var o2 = as("O2", "D0102", "officer");
    var notice = "/api/v1/notices/" + ids.get("notice");
    o2.get(notice).then().statusCode(404);

    var access = UUID.randomUUID();
    restricted.hears(
        RestrictedOffice.stated(
            2,
            CaseLevel.RESTRICTED,
            RestrictedOffice.access(access, Instant.now().plusSeconds(3_600))));
    o2.get(notice).then().statusCode(200);
    as("L2", "D0102", "legal-officer").get(notice).then().statusCode(404);

    restricted.hears(
        RestrictedOffice.stated(
            3, CaseLevel.RESTRICTED, RestrictedOffice.access(access, Instant.now())));
    o2.get(notice).then().statusCode(404);

    restricted.hears(RestrictedOffice.stated(4, CaseLevel.ORDINARY));
    o2.get(notice).then().statusCode(200);
  }

  /** The addresses under which somebody is told the case's number, or its period, in any form. */
  private Set<String> telling(Supplier<RequestSpecification> reader, String person)
      throws Exception {
    Set<String> telling = new TreeSet<>();
    for (var read : reads()) {
      for (var path : asked(read.path(), person)) {
        var answer = reader.get().redirects().follow(false).accept(read.form()).get(path);
        var text = text(answer.asByteArray());
        if ((text.contains(RestrictedOffice.CASE) && !path.contains(RestrictedOffice.CASE))
            || text.contains(RestrictedOffice.NAME)
            || text.contains("虚构期限七")) {
          telling.add(read.path());
        }
      }
    }
    return telling;
  }

  private record Read(String path, String form) {}

  private static List<Read> reads() {
    var found =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.caseclock")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class) && !isOfIntake(type))
                .<Class<?>>map(JavaClass::reflect)
                .flatMap(NoReadShowsARestrictedCaseTest::reads)
                .filter(read -> !read.path().equals(STREAM))
                .toList();
    assertThat(found).hasSizeGreaterThan(TELLING.size());
    return found;
  }

  /** Of what all services share, this one has not all. */
  private static boolean isOfIntake(JavaClass type) {
    return type.getPackageName().startsWith("io.caseclock.intake");
  }

  private static Stream<Read> reads(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(GET.class))
        .flatMap(
            method -> forms(resource, method).map(form -> new Read(path(resource, method), form)));
  }

  private static String path(Class<?> resource, Method method) {
    return (path(resource) + "/" + path(method)).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
  }

  private static String path(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value).orElse("");
  }

  private static Stream<String> forms(Class<?> resource, Method method) {
    var own = method.getAnnotation(Produces.class);
    var of = own == null ? resource.getAnnotation(Produces.class) : own;
    return of == null
        ? Stream.of("*/*")
        : Arrays.stream(of.value()).map(form -> form.replaceAll(";qs=.*", ""));
  }

  /** How an address has to be asked so that it would tell of the case. */
  private List<String> asked(String path, String person) {
    var ofNotices = "/notices/" + ids.get("notice");
    return switch (path) {
      case "/api/v1/notices/register" -> List.of(path + "?issuer=D01&year=" + year());
      case "/api/v1/notices/{id}/document.{form: json|html|pdf}" ->
          Stream.of("json", "html").map(it -> "/api/v1" + ofNotices + "/document." + it).toList();
      case "/search" ->
          List.of(
              path + "?q=" + beginning(ids.getOrDefault("number", "")),
              path + "?q=" + beginning(RestrictedOffice.CASE));
      case "/search/suggest" -> List.of(path + "?q=" + beginning(ids.getOrDefault("number", "")));
      case "/notices/drafts/new" -> List.of(path + "?unit=D0102&case=A9907318");
      case "/silences" -> List.of(path, path + "?state=waiting");
      default -> plain(path, person);
    };
  }

  private String year() {
    return office.text("select year::text from notice limit 1");
  }

  private List<String> plain(String path, String person) {
    if (path.startsWith("/messages/{id}") || path.startsWith("/api/v1/inbox/{id}")) {
      var own = office.texts("select id from inbox_entry where person = ?", person);
      return own.stream().map(id -> path.replace("{id}", id)).toList();
    }
    return List.of(
        path.replace("{caseId}", RestrictedOffice.CASE)
            .replace("{id}", idFor(path))
            .replace("{step}", "preview")
            .replaceAll("\\{[^}]*}", "1"));
  }

  private String idFor(String path) {
    for (var kind : List.of("drafts/draft", "notices/notice", "tasks/task", "bulletins/bulletin")) {
      if (path.contains(kind.replaceAll("/.*", "/"))) {
        return ids.getOrDefault(kind.replaceAll(".*/", ""), "");
      }
    }
    return path.contains("/escalations/") || path.contains("/breaches/")
        ? ids.getOrDefault("escalation", "")
        : "1";
  }

  /** The answer repeats what was asked for. */
  private static String beginning(String number) {
    return number.substring(0, number.length() - 1);
  }

  /** A workbook is a ZIP file. */
  private static String text(byte[] body) throws IOException {
    if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
      return new String(body, StandardCharsets.UTF_8);
    }
    var all = new ByteArrayOutputStream();
    var file = Files.createTempFile("table", ".zip");
    try {
      Files.write(file, body);
      try (var zip = new ZipFile(file.toFile())) {
        for (var entry : Collections.list(zip.entries())) {
          zip.getInputStream(entry).transferTo(all);
        }
      }
    } finally {
      Files.delete(file);
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
