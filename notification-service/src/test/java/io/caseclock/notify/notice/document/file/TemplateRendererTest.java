package io.caseclock.notify.notice.document.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.document.DocumentText;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shipped templates, as people read them. */
class TemplateRendererTest {

  private static final Pack PACK = pack("true");
  private static final Pack WITHOUT_ENGLISH = pack("false");
  private static final Instant ISSUED = Instant.parse("2026-03-13T04:00:00Z");

  private final KnownPeople people =
      new KnownPeople()
          .unit("示例分局", null, "sub-bureau")
          .unit("示例法制大队", "示例分局", "legal")
          .unit("示例甲所", "示例分局", "station");

  @Test
  void the_receiver_is_addressed_and_the_issuer_signs_and_seals() {
    var html = notice(true, fault("case/A990001", "A990001"));

    assertThat(html)
        .contains("<p>示例甲所：</p>")
        .contains("示例法制大队整改〔2026〕7号")
        .contains("<p>制发单位：示例法制大队</p>\n<p>（印章）</p>\n<p>2026年3月13日 12:00</p>");
  }

  @Test
  void things_are_named_as_people_name_them() {
    var html =
        notice(
            true,
            fault("case/A990001", "A990001"),
            fault("person/P-7", "A990001"),
            fault("property/W-1", "A990002"));

    assertThat(html)
        .contains("<td>案件 A990001</td>", "<td>人员 P-7</td>", "<td>物品 W-1（案件 A990002）</td>")
        .contains("case A990001", "person P-7", "item W-1 (case A990002)")
        .doesNotContain("case/", "person/", "property/");
  }

  @Test
  void a_long_text_is_shown_up_to_a_bound_and_says_where_the_rest_is() {
    var html = notice(false, aLongFault("缺".repeat(240_000), "示".repeat(240_000)));

    assertThat(html).hasSizeLessThan(30_000).contains("缺".repeat(4_000) + "……（其余从略");
    assertThat(html).contains("示".repeat(4_000) + "……（其余从略").doesNotContain("缺".repeat(4_001));
  }

  @Test
  void the_texts_of_many_faults_are_bounded_together() {
    var many =
        Stream.generate(() -> aLongFault("缺".repeat(5_000), "示例规定 第二条"))
            .limit(50)
            .toArray(Fault[]::new);

    assertThat(notice(true, many)).hasSizeLessThan(300_000).contains("缺".repeat(1_200) + "……（");
  }

  @Test
  void half_of_a_pair_is_never_left() {
    assertThat(DocumentText.shortened("a😀b", 2)).startsWith("a😀……");
    assertThat(DocumentText.shortened("a😀b", 3)).isEqualTo("a😀b");
  }

  @Test
  void a_pack_may_leave_the_english_annex_out() {
    var html = notice(false, fault("case/A990001", "A990001"));

    assertThat(notice(true, fault("case/A990001", "A990001"))).contains("Annex 2: in English");
    assertThat(html).contains("附件一：期限计算过程").doesNotContain("Annex", "lang=\"en\"");
  }

  @Test
  void an_order_without_english_has_none_either() {
    var lower = issued(NoticeKind.NOTICE, "示例法制大队整改〔2026〕7号", null);
    var fault = fault("notice/N1", "A990001");
    var content =
        new NoticeContent(
            "N2",
            NoticeKind.SUPERVISION_ORDER,
            "示例分局",
            "示例甲所",
            null,
            "A990001",
            "逾期未办",
            List.of(fault),
            lower);

    var html =
        rendered(false, issued(NoticeKind.SUPERVISION_ORDER, "示例分局督办〔2026〕1号", "N1"), content);

    assertThat(html).contains("<p>制发单位：示例分局</p>").doesNotContain("Annex", "notice/N1");
  }

  private String notice(boolean english, Fault... faults) {
    var content =
        new NoticeContent(
            "N1", NoticeKind.NOTICE, "示例法制大队", "示例甲所", null, "A990001", "", List.of(faults), null);
    return rendered(english, issued(NoticeKind.NOTICE, "示例法制大队整改〔2026〕7号", null), content);
  }

  private String rendered(boolean english, Notice notice, NoticeContent content) {
    var pack = english ? PACK : WITHOUT_ENGLISH;
    var renderer =
        new TemplateRenderer(
            pack.documents().template("notice.html").orElseThrow(),
            pack.documents().template("supervision-order.html").orElseThrow(),
            people,
            new MessageTexts(ZoneId.of("Asia/Shanghai")),
            new RulePacks(List.of(pack)));
    return new String(renderer.render(notice, content).html().bytes(), UTF_8);
  }

  private static Pack pack(String englishAnnex) {
    var texts = new HashMap<>(PackFiles.shipped("cn-public-security").texts());
    texts.merge("pack.yaml", "\nnotices: {english-annex: " + englishAnnex + "}\n", String::concat);
    return PackReader.require(new PackFiles("cn-public-security", texts));
  }

  private static Fault fault(String subject, String caseId) {
    return fault(subject, caseId, new Names("卷内缺页", "A page is missing"), "示例规定 第二条");
  }

  private static Fault aLongFault(String text, String provision) {
    return fault("case/A990001", "A990001", new Names(text, text), provision);
  }

  private static Fault fault(String subject, String caseId, Names text, String provision) {
    return new Fault("N1", "示例甲所", null, caseId, subject, "case", provision, text, ISSUED);
  }

  private static Notice issued(NoticeKind kind, String number, @Nullable String lower) {
    return new Notice(
        lower == null ? "N1" : "N2",
        kind,
        new NoticeNumber("示例法制大队", 2026, 7),
        number,
        "示例甲所",
        null,
        "A990001",
        "case/A990001",
        "case",
        "示例规定 第二条",
        new Names("卷内缺页", "A page is missing"),
        "ordinary",
        null,
        null,
        null,
        null,
        ISSUED,
        null,
        lower,
        Set.of(),
        null,
        new NoticeState.Issued(),
        1);
  }
}
