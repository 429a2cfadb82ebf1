package io.caseclock.notify.notice.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.openhtmltopdf.util.XRLog;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentText;
import io.caseclock.notify.notice.document.PdfRenderer.Busy;
import io.caseclock.notify.notice.document.PdfRenderer.Lacking;
import io.caseclock.notify.notice.document.PdfRenderer.NoFont;
import io.caseclock.notify.notice.document.PdfRenderer.Rendered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenHtmlRendererTest {

  private static final Path HANAZONO = Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");
  private static final int NO_GLYPH = 0;
  private static final Instant ISSUED = Instant.parse("2026-03-13T04:00:00Z");

  @Test
  void chinese_and_latin_text_can_be_read_out_of_the_pdf() throws IOException {
    var pdf = printed("<h1>整改通知书</h1><p>示例一所整改〔2026〕1号, Filing review</p>");

    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("整改通知书", "示例一所整改〔2026〕1号", "Filing review");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(ISSUED);
    }
  }

  @Test
  void both_fonts_are_embedded_as_far_as_they_are_used() throws IOException {
    var pdf = printed("<p>整改 notice</p>");

    try (var document = Loader.loadPDF(pdf)) {
      var names = new HashSet<String>();
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          names.add(font.getName());
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(names).hasSizeGreaterThan(1).allMatch(name -> name.matches("[A-Z]{6}\\+.+"));
      assertThat(pdf.length).isLessThan(200_000);
    }
  }

  @Test
  void the_same_html_gives_the_same_bytes() {
    assertThat(printed("<p>整改 notice</p>")).isEqualTo(printed("<p>整改 notice</p>"));
  }

  @Test
  void nothing_outside_is_fetched() throws IOException {
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      var site = "http://127.0.0.1:" + server.getAddress().getPort();
      var pdf =
          printed(
              """
              <link rel="stylesheet" href="%1$s/a.css" />
              <style>@import url("%1$s/b.css");
                @font-face { font-family: x; src: url("%1$s/c.ttf"); }
                p { background-image: url("%1$s/d.png"); font-family: x, notice-han; }</style>
              <p>整改<img src="%1$s/e.png" /><img src="file:///etc/passwd" />
              <object data="%1$s/f.html">x</object><a href="%1$s/g">x</a></p>
              """
                  .formatted(site));

      assertThat(asked).hasValue(0);
      assertThat(text(pdf)).contains("整改").doesNotContain("root:");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void an_entity_brings_no_file_in(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), "not-to-be-seen");
    var html =
        "<!DOCTYPE html [<!ENTITY leak SYSTEM \""
            + secret.toUri()
            + "\">]>\n"
            + "<html><head><title>x</title></head><body>整改&leak;</body></html>";

    var texts = new ArrayList<String>();
    try {
      texts.add(text(printedOf(html)));
    } catch (RuntimeException refused) {
      texts.add(String.valueOf(refused.getMessage()));
    }
    assertThat(texts).singleElement().asString().doesNotContain("not-to-be-seen");
  }

  @Test
  void without_a_usable_font_there_is_no_pdf(@TempDir Path folder) throws IOException {
    var text = Files.writeString(folder.resolve("text.ttf"), "no font");
    for (var font : List.of(folder.resolve("missing.ttf"), text)) {
      assertThat(new OpenHtmlRenderer(Optional.of(font)).render(notice(), frozen(page("x"))))
          .isEqualTo(new NoFont());
    }
  }

  @Test
  void a_font_with_other_outlines_is_passed_over() {
    var noto = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
    assumeThat(noto).as("Debian: apt-get install fonts-noto-cjk").exists();

    assertThat(ChineseFont.find(Optional.of(noto))).isEmpty();
  }

  @Test
  void rare_characters_and_signs_are_shown_as_what_they_are() throws IOException {
    assumeThat(HANAZONO)
        .as("Debian: apt-get install fonts-hanazono, for characters that few fonts have")
        .exists();

    var pdf = printed("<p>户主𠮷某、𬭊某；阿依‧古丽，①温度 36℃·完</p>");

    assertThat(text(pdf)).contains("𠮷某", "𬭊某", "阿依‧古丽", "①", "℃·完");
    assertThat(glyphs(pdf)).isNotEmpty().doesNotContain(NO_GLYPH);
    assertThat(pdf.length).isLessThan(300_000);
  }

  @Test
  void what_no_font_has_is_named_and_nothing_is_printed() {
    var alone = new OpenHtmlRenderer(ChineseFont.find(Optional.empty()), List.of());
    renderer();

    assertThat(renderer().render(notice(), frozen(page("整改\uE000，\uE001\uE000"))))
        .isEqualTo(new Lacking(List.of("U+E000", "U+E001")));
    assertThat(alone.render(notice(), frozen(page("整改📞"))))
        .isEqualTo(new Lacking(List.of("U+1F4DE")));
  }

  @Test
  void texts_of_any_length_and_number_are_laid_out_in_seconds_and_say_that_the_rest_is_left_out()
      throws IOException {
    var text = "缺第三页至第五页，a page is missing. ".repeat(10_000);
    var begun = System.nanoTime();

    var pdf =
        printed(("<table><tr><td>" + text + "</td></tr></table><p>" + text + "</p>").repeat(8));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    assertThat(text(pdf).replace("\n", "")).contains("缺第三页", "其余从略", "see the console");
    assertThat(text(pdf)).hasSizeLessThan(500_000);
  }

  @Test
  void a_text_that_was_shortened_at_the_issue_is_not_shortened_again() throws IOException {
    var shown = DocumentText.shortened("缺".repeat(4_001), DocumentText.LONGEST);

    var printed = text(printed("<p>" + shown + "</p>")).replaceAll("\\s", "");

    assertThat(printed).contains(DocumentText.REST.replaceAll("\\s", ""));
    assertThat(printed.chars().filter(c -> c == '缺').count()).isEqualTo(4_000);
  }

  @Test
  void the_library_writes_no_lines_of_its_own() {
    var theirs = Logger.getLogger("com.openhtmltopdf");
    var lines = new ArrayList<String>();
    var listening = new Listening(lines);
    theirs.addHandler(listening);
    try {
      printed("<p>整改<img src=\"file:///etc/passwd\" /></p>");
    } finally {
      theirs.removeHandler(listening);
    }

    assertThat(lines).isEmpty();
    assertThat(XRLog.getLoggerImpl()).isInstanceOf(RendererLog.class);
  }

  private static final class Listening extends Handler {

    private final List<String> lines;

    Listening(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Test
  void whose_turn_takes_too_long_is_told_to_come_back() throws Exception {
    var turn = new Semaphore(0);
    renderer();
    var busy =
        new OpenHtmlRenderer(Optional.empty(), FallbackFonts.FURTHER, turn, Duration.ofMillis(10));

    assertThat(busy.render(notice(), frozen(page("整改")))).isEqualTo(new Busy());
    turn.release();
    assertThat(busy.render(notice(), frozen(page("整改")))).isInstanceOf(Rendered.class);
    assertThat(turn.availablePermits()).isEqualTo(1);
  }

  @Test
  void what_leaves_no_mark_needs_no_font() throws IOException {
    assertThat(text(printed("<p>整\u200B改\u00AD\u200D notice</p>"))).contains("notice");
  }

  @Test
  void what_a_document_cannot_hold_is_named_and_not_replaced() {
    assertThat(DocumentText.of("a\u0007b\u202E\u200Fc\nd\uD800"))
        .isEqualTo("a[U+0007]b[U+202E][U+200F]c\nd[U+D800]");
  }

  /** Every glyph of the document, by its number in its font. */
  private static List<Integer> glyphs(byte[] pdf) throws IOException {
    var found = new ArrayList<Integer>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            for (var code : text.getCharacterCodes()) {
              found.add(gid((PDType0Font) text.getFont(), code));
            }
            super.processTextPosition(text);
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf)) {
      reader.getText(document);
    }
    return found;
  }

  private static int gid(PDType0Font font, int code) {
    try {
      return font.codeToGID(code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] printed(String body) {
    return printedOf(page(body));
  }

  private static byte[] printedOf(String html) {
    return ((Rendered) renderer().render(notice(), frozen(html))).pdf().bytes();
  }

  private static OpenHtmlRenderer renderer() {
    assumeThat(ChineseFont.find(Optional.empty()))
        .as(
            "No TrueType font with Chinese characters is installed, so that no PDF was looked at."
                + " Debian: apt-get install fonts-droid-fallback")
        .isPresent();
    return new OpenHtmlRenderer(Optional.empty());
  }

  private static String page(String body) {
    return "<!DOCTYPE html>\n<html><head><title>x</title><style>body { font-family: notice-latin,"
        + " notice-han }</style></head><body>"
        + body
        + "</body></html>";
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static StoredDocument frozen(String html) {
    return StoredDocument.of(html.getBytes(StandardCharsets.UTF_8));
  }

  private static Notice notice() {
    return new Notice(
        "N1",
        NoticeKind.NOTICE,
        new NoticeNumber("D0102", 2026, 1),
        "示例所整改〔2026〕1号",
        "D0102",
        null,
        "A1",
        "case/A1",
        "case",
        "filing-review",
        new Names("立案审查", "Filing review"),
        "serious",
        null,
        null,
        null,
        null,
        ISSUED,
        null,
        null,
        Set.of(),
        null,
        new NoticeState.Issued(),
        1);
  }
}
