package io.caseclock.notify.notice.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  @Test
  void a_type_is_told_by_the_content() {
    assertThat(EvidenceType.ofContent("%PDF-1.4".getBytes(UTF_8))).contains(EvidenceType.PDF);
    assertThat(EvidenceType.ofContent(bytes(0xFF, 0xD8, 0xFF, 0xE0))).contains(EvidenceType.JPEG);
    assertThat(EvidenceType.ofContent(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')))
        .contains(EvidenceType.PNG);
    assertThat(EvidenceType.ofContent("卷宗\t已补齐\r\n".getBytes(UTF_8))).contains(EvidenceType.TEXT);
  }

  @Test
  void what_is_none_of_them_is_nothing() {
    assertThat(EvidenceType.ofContent("PK\u0003\u0004".getBytes(UTF_8))).isEmpty();
    assertThat(EvidenceType.ofContent(bytes(0xD6, 0xD0))).as("not UTF-8").isEmpty();
    assertThat(EvidenceType.ofContent(bytes('a', 0))).isEmpty();
    assertThat(EvidenceType.ofContent(bytes('a', 0x7F))).isEmpty();
    assertThat(EvidenceType.ofContent(bytes(0xFF, 0xD8))).as("cut short").isEmpty();
  }

  @Test
  void a_declared_type_may_have_parameters() {
    assertThat(EvidenceType.ofMediaType("Text/Plain; charset=UTF-8")).contains(EvidenceType.TEXT);
    assertThat(EvidenceType.ofMediaType("text/html")).isEmpty();
    assertThat(EvidenceType.ofMediaType("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "照片.pdf, 照片.pdf",
    "../../etc/passwd, passwd.pdf",
    "C:\\files\\a.pdf, a.pdf",
    "evil.exe, evil.exe.pdf",
    "a\u202Efdp.exe, afdp.exe.pdf",
    ".pdf, pdf.pdf",
    "'a\"; filename=b.pdf', a filename=b.pdf",
    "'', evidence.pdf",
    "'\u0000\r\n', evidence.pdf"
  })
  void a_name_is_made_harmless(String sent, String kept) {
    assertThat(EvidenceName.of(sent, EvidenceType.PDF)).isEqualTo(kept);
  }

  @Test
  void a_long_name_keeps_its_end() {
    assertThat(EvidenceName.of("长".repeat(300) + ".jpeg", EvidenceType.JPEG))
        .hasSize(100)
        .endsWith("长.jpeg");
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
