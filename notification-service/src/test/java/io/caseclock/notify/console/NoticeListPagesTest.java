package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.console.Browsing.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoticeListPagesTest {

  @Inject Office office;
  private String id = "";

  @BeforeEach
  void oneNotice() {
    office.open();
    office.hears(breachOf("D1"));
    id = office.text("select id from notice");
  }

  @Test
  void who_has_not_signed_is_one_tab_with_receiver_and_days_in_both_languages() {
    as("chief")
        .get("/notices?stage=unsigned")
        .statusCode(200)
        .body(containsString("/notices/" + id), containsString("未签收"))
        .body(containsString("示例一所"), containsString("虚构O1 O1"), containsString("已过 0 天"));
    as("chief")
        .get("/notices?stage=unsigned&lang=en")
        .body(containsString("Not signed"), containsString("ago"), not(containsString("未签收")));
    as("officer").post("/notices/" + id + "/sign", Map.of("version", "2")).statusCode(303);

    as("chief")
        .get("/notices?stage=unsigned")
        .body(containsString("这里会列出符合条件的整改通知书"), not(containsString(id)));
    as("chief").get("/notices?stage=rectifying").body(containsString("/notices/" + id));
  }

  @Test
  void an_empty_field_of_the_filter_asks_for_nothing_and_a_wrong_word_is_a_page() {
    as("officer")
        .get("/notices?unit=&issuer=&severity=&list=&rule=&officer=&text=&from=&to=&sort=newest")
        .statusCode(200)
        .body(containsString("/notices/" + id));
    as("officer").get("/notices?severity=high").statusCode(400).body(containsString("<html"));
    as("officer").get("/notices?unit=D01").statusCode(400);
    as("neighbour").get("/notices").statusCode(200).body(not(containsString(id)));
  }

  @Test
  void the_list_is_saved_as_a_file_in_the_language_of_the_page() {
    as("chief")
        .get("/notices/export?stage=unsigned")
        .statusCode(200)
        .header("Content-Type", startsWith("text/csv"))
        .header(
            "Content-Disposition",
            matchesPattern("attachment; filename=\"notices-\\d{4}-\\d\\d-\\d\\d\\.csv\""))
        .body(containsString("文号,类型,状态"), containsString("立案审查期限"))
        .body(containsString("单位,单位编号,"), containsString("示例一所,D0102,虚构O1,O1,"));
    as("chief").get("/notices/export?stage=done").body(not(containsString("立案审查期限")));
    as("neighbour").get("/notices/export").body(not(containsString("立案审查期限")));
  }

  @Test
  void drafts_are_offered_to_those_who_write_them() {
    as("legal").get("/notices").body(containsString("/notices/drafts"));
    as("officer").get("/notices").body(not(containsString("/notices/drafts")));
    as("auditor").get("/notices").statusCode(200).body(not(containsString("/findings/new")));
  }
}
