package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class InboxPagesTest {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Inject Office office;

  @BeforeEach
  void oneBreach() {
    office.open();
    office.hears(breachOf("D1"));
  }

  @Test
  void the_inbox_is_listed_by_day_in_both_languages() {
    as("officer")
        .get("/inbox")
        .statusCode(200)
        .body(containsString("收件箱"), containsString("全部标为已读"), containsString("立案审查期限"));
    as("officer")
        .get("/inbox?show=all&lang=en")
        .body(containsString("Mark all as read"), not(containsString("收件箱")));
    as("officer").get("/inbox?kind=task").body(containsString("没有未读消息"));
    as("officer").get("/inbox?kind=letter").statusCode(400);
    as("officer").get("/inbox?show=some").statusCode(400);
    as("auditor").get("/inbox").statusCode(403);
  }

  @Test
  void all_that_were_seen_are_marked_and_never_what_came_since() {
    var page = as("officer").get("/inbox").extract().asString();
    var seen = SEEN.matcher(page);
    assertThat(seen.find()).isTrue();
    office.texts(
        """
        insert into inbox_entry (id, person, kind, level, messages, created_at)
        values ('since', 'O1', 'breach', 'serious', 1, now()) returning id
        """);

    as("officer")
        .post("/inbox/read", Map.of("seen", seen.group(1), "show", "unread"))
        .statusCode(303)
        .header("Location", endsWith("/inbox?show=unread"));

    assertThat(office.texts("select id from inbox_entry where person = 'O1' and read_at is null"))
        .containsExactly("since");
    assertThat(office.texts("select id from inbox_entry where read_at is not null")).isNotEmpty();
    as("officer").post("/inbox/read", Map.of("seen", "nonsense")).statusCode(400);
  }

  @Test
  void nobody_marks_what_somebody_else_was_told() {
    var page = as("officer").get("/inbox").extract().asString();
    var seen = SEEN.matcher(page);
    assertThat(seen.find()).isTrue();
    var others = "select count(*) from inbox_entry where person <> 'O1' and read_at is null";
    var before = office.text(others);

    as("officer").post("/inbox/read", Map.of("seen", seen.group(1))).statusCode(303);

    assertThat(office.text(others)).isEqualTo(before);
    assertThat(unreadOf("O1")).isZero();
  }

  private int unreadOf(String person) {
    return office
        .texts("select id from inbox_entry where person = ? and read_at is null", person)
        .size();
  }
}
