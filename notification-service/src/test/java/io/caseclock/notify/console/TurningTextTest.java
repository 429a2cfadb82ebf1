package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.Office;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.rules.AnnotatedMethods;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What turns text comes back from a form in the value of its field, and named everywhere else. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class TurningTextTest {

  private static final String TURNED = "a\u202Eb";
  private static final Pattern FIELD =
      Pattern.compile(" value=\"[^\"]*\"|<textarea[^>]*>[^<]*</textarea>");

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
  }

  /** A form as a page takes it; uploads have none of these fields. */
  private record Form(String path, List<String> fields) {

    static Form of(Method method) {
      var type = method.getDeclaringClass().getAnnotation(Path.class).value();
      var own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
      var path = (type + "/" + own).replaceAll("\\{[^}]*}", "x").replaceAll("/+", "/");
      return new Form(path.replaceAll("(?<=.)/$", ""), fields(method).distinct().toList());
    }

    private static Stream<String> fields(Method method) {
      var named =
          Arrays.stream(method.getParameters())
              .map(parameter -> parameter.getAnnotation(FormParam.class))
              .flatMap(Stream::ofNullable)
              .map(FormParam::value);
      var read = method.getAnnotation(TakesForm.class);
      var patterns =
          read == null
              ? Stream.<String>empty()
              : Stream.of(read.value(), read.many()).flatMap(Arrays::stream);
      return Stream.concat(named, patterns.flatMap(Form::examples));
    }

    /** One name of each kind that the pattern of a field allows. */
    private static Stream<String> examples(String pattern) {
      var plain = pattern.replaceAll("\\\\d(\\{1,2})?", "0").replace("\\.", ".").replace(".+", "x");
      var group = plain.indexOf('(');
      var prefix = group < 0 ? "" : plain.substring(0, group);
      var choices = group < 0 ? plain : plain.substring(group + 1, plain.length() - 1);
      return Arrays.stream(choices.split("\\|")).map(choice -> prefix + choice);
    }

    Map<String, String> filled(List<String> turned) {
      return fields.stream()
          .collect(Collectors.toMap(it -> it, it -> turned.contains(it) ? TURNED : ""));
    }
  }

  /** Signing out would end the walk. */
  private static List<Form> forms() {
    return AnnotatedMethods.of(POST.class)
        .filter(
            method ->
                Optional.ofNullable(method.getDeclaringClass().getAnnotation(Produces.class))
                    .filter(it -> List.of(it.value()).contains(MediaType.TEXT_HTML))
                    .isPresent())
        .map(Form::of)
        .filter(form -> !form.fields().isEmpty())
        .filter(form -> !form.path().startsWith("/sign-"))
        .toList();
  }

  @Test
  void no_page_that_answers_a_form_turns_text_outside_of_a_field() {
    var forms = forms();
    assertThat(forms).hasSizeGreaterThan(25);
    var named = 0;
    for (var account : List.of("chief", "admin")) {
      var browser = as(account);
      for (var form : forms) {
        named += straight(browser, form, form.fields());
        for (var field : form.fields()) {
          named += straight(browser, form, List.of(field));
        }
      }
    }
    assertThat(named).as("pages that say back a mark").isGreaterThan(1);
  }

  private static int straight(Browsing browser, Form form, List<String> turned) {
    return straight(form + " " + turned, browser.post(form.path(), form.filled(turned)));
  }

  private static int straight(String asked, ValidatableResponse answer) {
    var page = answer.extract().asString();
    assertThat(answer.extract().statusCode()).as(asked).isNotEqualTo(500);
    assertThat(FIELD.matcher(page).replaceAll("")).as(asked).doesNotContain("\u202E");
    return page.contains("[U+202E]") ? 1 : 0;
  }

  @Test
  void a_finding_a_draft_and_a_route_say_it_back_named() {
    var fields = new HashMap<>(Map.of("unit", TURNED, "caseId", "A1", "version", "0"));
    assertThat(straight("a draft", as("legal").post("/notices/drafts", fields))).isOne();
    fields.remove("version");
    fields.put("element", "case-file");
    fields.put("key", "2b3f7d3e-6c1a-4a53-9a0e-6f5a5f0f7d11");
    assertThat(straight("a finding", as("legal").post("/findings", fields))).isOne();

    var route =
        Map.of(
            "unit",
            "D01",
            "version",
            "0",
            "rows",
            "1",
            "do",
            "try",
            "r0.id",
            TURNED,
            "r0.steps",
            "1",
            "kind",
            "warning",
            "severity",
            "grave");
    var tried = as("chief").post("/routes/edit", route);
    assertThat(straight("a route", tried)).isOne();
    assertThat(tried.extract().asString()).contains("value=\"" + TURNED + "\"");
  }
}
