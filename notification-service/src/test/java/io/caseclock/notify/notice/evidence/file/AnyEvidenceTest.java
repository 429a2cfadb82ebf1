package io.caseclock.notify.notice.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.caseclock.notify.notice.evidence.EvidenceType;
import io.caseclock.testsupport.Distorted;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Any bytes whatever are evidence or are not; to look costs no exception. */
class AnyEvidenceTest {

  private static final List<byte[]> GOOD =
      List.of(
          pdf(), image("jpg"), image("png"), "虚构的情况说明\r\n\t第二行".getBytes(StandardCharsets.UTF_8));

  private static final Logger PARSER = Logger.getLogger("org.apache.pdfbox");

  private final FileContentCheck contents = new FileContentCheck();

  /** It tells each fault with a stack, thousands of them. */
  @BeforeContainer
  static void theParserIsSilent() {
    PARSER.setLevel(Level.OFF);
  }

  @AfterContainer
  static void theParserTellsAgain() {
    PARSER.setLevel(null);
  }

  @Property(tries = 300, seed = "1")
  void a_distorted_file_is_taken_or_refused(@ForAll long seed) {
    var random = new Random(seed);
    isJudged(Distorted.bytes(GOOD.get(random.nextInt(GOOD.size())), random.nextLong()));
  }

  @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_bytes_are_taken_or_refused(@ForAll byte[] bytes) {
    isJudged(bytes);
  }

  @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_declared_type_is_known_or_not(@ForAll String declared) {
    assertThat(EvidenceType.ofMediaType(declared + ";charset=UTF-8"))
        .isEqualTo(EvidenceType.ofMediaType(declared));
    for (var type : EvidenceType.values()) {
      assertThat(EvidenceType.ofMediaType(type.mediaType() + ";" + declared)).contains(type);
    }
  }

  /** Whatever type is declared, it is looked at as that. */
  private void isJudged(byte[] content) {
    assertThatNoException()
        .isThrownBy(
            () -> {
              EvidenceType.ofContent(content);
              for (var type : EvidenceType.values()) {
                contents.isSound(type, content);
              }
            });
  }

  private static byte[] pdf() {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] image(String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
