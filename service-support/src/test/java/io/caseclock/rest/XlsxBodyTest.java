package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxBodyTest {

  @TempDir Path folder = Path.of("");

  @Test
  void every_row_is_there_and_no_text_becomes_a_formula() throws IOException, XMLStreamException {
    var sheet =
        sheet(
            rows -> {
              for (var i = 0; i < 1_200; i++) {
                rows.accept(new Object[] {"=1+" + i, i, null, "虚构\u0000甲"});
              }
            });

    assertThat(sheet.split("<row ", -1)).hasSize(1_202);
    assertThat(sheet).contains("<v>1199</v>").doesNotContain("<f>");
    assertThat(texts(sheet)).contains("案件", "'=1+0", "'=1+1199", "虚构[U+0000]甲");
  }

  @Test
  void what_broke_off_does_not_open_as_if_it_were_whole() {
    var out = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                XlsxBody.write(
                    out,
                    "deadlines",
                    List.of("案件"),
                    rows -> {
                      throw new IllegalStateException("the database went away");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("[Content_Types].xml");
  }

  private String sheet(Consumer<Consumer<Object[]>> rows) throws IOException {
    var out = new ByteArrayOutputStream();
    XlsxBody.write(out, "deadlines", List.of("案件", "数"), rows);
    return entry(out.toByteArray(), "xl/worksheets/sheet1.xml");
  }

  private static List<String> texts(String sheet) throws XMLStreamException {
    var reader = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(sheet));
    List<String> texts = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("t")) {
        texts.add(reader.getElementText());
      }
    }
    return texts;
  }

  /** As spreadsheets read it, by the directory at the end. */
  private String entry(byte[] file, String name) throws IOException {
    var path = Files.write(folder.resolve("table.xlsx"), file);
    try (var zip = new ZipFile(path.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
