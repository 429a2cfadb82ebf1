package io.caseclock.notify.console.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.console.impact.UploadedPack.Reading;
import io.caseclock.notify.console.impact.UploadedPack.Sent;
import io.caseclock.notify.console.impact.UploadedPack.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class UploadedPackTest {

  @Test
  void files_are_taken_as_they_are() {
    var sent = List.of(file("pack.yaml", "id: x"), file("facts.yaml", "[]"));

    assertThat(UploadedPack.read(sent))
        .isEqualTo(new Reading.Files(Map.of("pack.yaml", "id: x", "facts.yaml", "[]")));
  }

  @Test
  void of_a_zip_the_folder_with_the_head_is_the_pack() throws IOException {
    var zip =
        zip(
            Map.of(
                "mine/pack.yaml", "id: x",
                "mine/rules/a.yaml", "[]",
                "readme.txt", "hello"));

    assertThat(UploadedPack.read(List.of(new Sent("mine.zip", zip))))
        .isEqualTo(new Reading.Files(Map.of("pack.yaml", "id: x", "rules/a.yaml", "[]")));
  }

  @Test
  void whatever_has_no_head_or_two_is_no_pack() throws IOException {
    assertThat(why(file("facts.yaml", "[]"))).isEqualTo(Why.NO_PACK);
    assertThat(why(new Sent("z", zip(Map.of("a/pack.yaml", "x", "b/pack.yaml", "y")))))
        .isEqualTo(Why.NO_PACK);
  }

  @Test
  void two_files_of_one_name_are_refused_however_they_come() throws IOException {
    var twice = List.of(file("pack.yaml", "id: x"), file("pack.yaml", "id: y"));
    var zipped =
        new String(zip(Map.of("pack.yaml", "x", "pack.yam_", "y")), StandardCharsets.ISO_8859_1)
            .replace("pack.yam_", "pack.yaml")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(UploadedPack.read(twice)).isEqualTo(new Reading.Refused(Why.DOUBLED));
    assertThat(why(new Sent("z", zipped))).isEqualTo(Why.DOUBLED);
  }

  @Test
  void what_is_no_text_is_refused() {
    assertThat(why(new Sent("pack.yaml", new byte[] {'i', 'd', (byte) 0xD6})))
        .isEqualTo(Why.NO_TEXT);
  }

  @Test
  void nothing_is_said_to_be_nothing() {
    assertThat(UploadedPack.read(List.of())).isEqualTo(new Reading.Refused(Why.NOTHING_SENT));
    assertThat(why(file("pack.yaml", ""))).isEqualTo(Why.NOTHING_SENT);
  }

  @Test
  void a_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() throws IOException {
    var bomb = zip(Map.of("pack.yaml", "x".repeat(UploadedPack.LARGEST + 1)));

    assertThat(bomb.length).isLessThan(UploadedPack.LARGEST / 100);
    assertThat(why(new Sent("bomb.zip", bomb))).isEqualTo(Why.TOO_LARGE);
  }

  @Test
  void what_only_begins_like_a_zip_holds_no_pack() {
    var odd = new Sent("x.zip", new byte[] {'P', 'K', 3, 4, 0, 0});

    assertThat(UploadedPack.read(List.of(odd))).isInstanceOf(Reading.Refused.class);
  }

  private static Why why(Sent sent) {
    return ((Reading.Refused) UploadedPack.read(List.of(sent))).why();
  }

  private static Sent file(String name, String text) {
    return new Sent(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
