package io.caseclock.notify.notice.evidence.file;

import static io.caseclock.notify.notice.evidence.EvidenceType.JPEG;
import static io.caseclock.notify.notice.evidence.EvidenceType.PDF;
import static io.caseclock.notify.notice.evidence.EvidenceType.PNG;
import static io.caseclock.notify.notice.evidence.EvidenceType.TEXT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.notice.evidence.EvidenceType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionRemoteGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentCheckTest {

  private final FileContentCheck contents = new FileContentCheck();

  @Test
  void whole_files_are_taken() {
    assertThat(contents.isSound(JPEG, image("jpg"))).isTrue();
    assertThat(contents.isSound(PNG, image("png"))).isTrue();
    assertThat(contents.isSound(PDF, pdf(null))).isTrue();
    assertThat(contents.isSound(PDF, plainPdf())).isTrue();
    assertThat(contents.isSound(TEXT, "<html>".getBytes(ISO_8859_1))).isTrue();
  }

  @Test
  void a_pdf_whose_table_of_objects_is_lost_is_read_all_the_same() {
    var pdf =
        """
        %PDF-1.7
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
        trailer <</Root 1 0 R /Size 4>>
        startxref
        0
        %%EOF
        """;

    assertThat(contents.isSound(PDF, pdf.getBytes(ISO_8859_1))).isTrue();
  }

  @Test
  void first_bytes_alone_make_no_image() {
    assertThat(contents.isSound(JPEG, bytes(0xFF, 0xD8, 0xFF, 0xE0))).isFalse();
    assertThat(contents.isSound(JPEG, Arrays.copyOf(image("jpg"), 200))).isFalse();
    assertThat(contents.isSound(PNG, Arrays.copyOf(image("png"), 60))).isFalse();
    assertThat(contents.isSound(PDF, "%PDF-1.7\nnothing in it".getBytes(ISO_8859_1))).isFalse();
    assertThat(contents.isSound(PDF, "%PDF-1.7\n%%EOF".getBytes(ISO_8859_1))).isFalse();
  }

  @Test
  void nothing_comes_behind_the_end() {
    for (var type : new EvidenceType[] {JPEG, PNG, PDF}) {
      var whole = type == PDF ? pdf(null) : image(type.extension());
      assertThat(contents.isSound(type, and(whole, "<script>alert(1)</script>"))).isFalse();
      assertThat(contents.isSound(type, and(whole, "PK\u0003\u0004"))).isFalse();
    }
    assertThat(contents.isSound(JPEG, and(image("jpg"), "\0\0\0"))).isTrue();
    assertThat(contents.isSound(PDF, and(pdf(null), "\r\n"))).isTrue();
  }

  @Test
  void an_image_that_is_a_page_as_well_is_refused() {
    var jpeg = image("jpg");
    var comment = "<html><script>alert(1)</script>";
    var both = new ByteArrayOutputStream();
    both.writeBytes(Arrays.copyOf(jpeg, 2));
    both.writeBytes(bytes(0xFF, 0xFE, 0, comment.length() + 2));
    both.writeBytes(comment.getBytes(ISO_8859_1));
    both.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));

    assertThat(contents.isSound(JPEG, both.toByteArray())).isFalse();
  }

  @Test
  void an_image_that_is_damaged_inside_is_refused() {
    var png = image("png");
    png[png.length / 2] ^= 1;

    assertThat(contents.isSound(PNG, png)).isFalse();
  }

  @Test
  void the_size_is_looked_at_before_anything_is_decoded() {
    assertThat(contents.isSound(PNG, claiming(5_000, 5_000))).as("too few lines").isFalse();
    assertThat(contents.isSound(PNG, claiming(60_000, 60_000))).isFalse();
    assertThat(contents.isSound(PNG, claiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isFalse();
  }

  @Test
  void lines_that_need_much_memory_are_refused_unread() {
    assertThat(contents.isSound(PNG, png(49_000_000, 1, 6, 0, 196_000_001))).isFalse();
    assertThat(contents.isSound(PNG, png(20_001, 1, 0, 0, 20_002))).isFalse();
    assertThat(contents.isSound(PNG, png(20_000, 1, 6, 0, 80_001))).isTrue();
  }

  @Test
  void a_png_has_as_many_bytes_as_its_header_says() {
    assertThat(contents.isSound(PNG, png(100, 100, 6, 0, 40_100))).isTrue();
    assertThat(contents.isSound(PNG, png(100, 100, 6, 0, 40_099))).isFalse();
    assertThat(contents.isSound(PNG, png(100, 100, 6, 0, 40_101))).isFalse();
    assertThat(contents.isSound(PNG, png(3, 3, 0, 1, 15))).as("five passes").isTrue();
    assertThat(contents.isSound(PNG, png(3, 3, 0, 1, 14))).isFalse();
    assertThat(contents.isSound(PNG, png(3, 3, 3, 0, 12))).as("no palette").isFalse();
  }

  @Test
  void a_jpeg_in_many_scans_is_bounded_by_what_the_decoder_holds() {
    assertThat(JpegContent.endsAtItsEnd(progressive(4_000, 4_000, 2))).isTrue();
    assertThat(JpegContent.endsAtItsEnd(progressive(7_000, 7_000, 2))).isFalse();
    assertThat(JpegContent.endsAtItsEnd(progressive(7_000, 7_000, 1))).as("one scan").isTrue();
    assertThat(JpegContent.endsAtItsEnd(progressive(100, 100, 41))).isFalse();
  }

  @Test
  void a_part_of_a_pdf_that_the_parser_would_hold_whole_is_bounded() {
    var swollen = deflated(new byte[40 * 1024 * 1024]);
    var object = "9 0 obj <<>>\nstream\n" + new String(swollen, ISO_8859_1);
    var pdf =
        new String(plainPdf(), ISO_8859_1).replace("xref\n", object + "\nendstream endobj\nxref\n");

    assertThat(contents.isSound(PDF, pdf.getBytes(ISO_8859_1))).isFalse();
  }

  @Test
  void a_pdf_that_acts_or_holds_other_files_is_refused() {
    assertThat(contents.isSound(PDF, pdf(new PDActionJavaScript("app.alert(1)")))).isFalse();
    assertThat(contents.isSound(PDF, pdf(new PDActionLaunch()))).isFalse();
    assertThat(contents.isSound(PDF, withFile())).isFalse();
    assertThat(contents.isSound(PDF, encrypted())).isFalse();
    assertThat(
            contents.isSound(
                PDF,
                new String(plainPdf(), ISO_8859_1)
                    .replace("/Catalog", "/Catalog/OpenAction<</S/#4Aava#53cript/#4AS(x)>>")
                    .getBytes(ISO_8859_1)))
        .isFalse();
  }

  @Test
  void a_pdf_that_leads_elsewhere_without_a_click_is_refused() {
    var address = new PDActionURI();
    address.setURI("https://elsewhere.example");

    assertThat(contents.isSound(PDF, pdf(address))).isFalse();
    assertThat(contents.isSound(PDF, pdf(new PDActionRemoteGoTo()))).isFalse();
    for (var entry :
        List.of(
            "/OpenAction<</S/URI/URI(https://elsewhere.example)>>",
            "/OpenAction<</S/GoTo/D[1 0 R/Fit]/Next<</S/URI/URI(x:)>>>>",
            "/OpenAction<</S/#55RI/URI(x:)>>",
            "/OpenAction<</S/SubmitForm/F(x:)>>",
            "/OpenAction<</S/ImportData/F(x)>>",
            "/AA<</WC<</S/URI/URI(x:)>>>>",
            "/#41A %x\n <</WC 9 0 R>>",
            "/AA 9 0 R")) {
      assertThat(contents.isSound(PDF, catalogued(entry))).as(entry).isFalse();
    }
  }

  @Test
  void a_pdf_may_be_opened_at_a_place_in_it_and_have_links() {
    var place = new PDActionGoTo();
    var link = "/Names<</X<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.example)>>>>>>";

    assertThat(contents.isSound(PDF, pdf(place))).isTrue();
    assertThat(contents.isSound(PDF, catalogued("/OpenAction[1 0 R/Fit]"))).isTrue();
    assertThat(contents.isSound(PDF, catalogued(link))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type/XObject/Subtype/Image/F(\\\\\\\\evil\\\\a)/Length 0>>stream\n\nendstream",
        "<</Type/XObject/Subtype/Image/#46 (a)/Length 0>>stream\n\nendstream",
        "<</Subtype/Image %obj\n /F<</Type/Filespec/UF(a)>>/Length 0>>stream\n\nendstream",
        "<</Subtype/Image/F 1 0 R/Length 0>>stream\n\nendstream",
        "<</Subtype/Form/BBox[0 0 1 1]/Ref<</F(\\\\\\\\evil\\\\a.pdf)/Page 0>>/Length 0>>stream\n\n"
            + "endstream",
        "<</Subtype/Form/Resources<</Font<</F 1 0 R>>>>/Ref %x\n"
            + " 1 0 R/Length 0>>stream\n\n"
            + "endstream",
        "<</Type/Filespec/F(\\\\\\\\evil\\\\a)>>",
        "<</S/URI/URI(javascript:alert\\(1\\))>>",
        "<</S/URI/URI( JAVA\\\nscript:x)>>",
        "<</S/URI/URI(\\152avascript:x)>>",
        "<</S/URI/URI<6A6176 61736372697074 3A78>>>",
        "<</S/URI/URI(\u00FE\u00FF\u0000f\u0000i\u0000l\u0000e\u0000:\u0000/)>>",
        "<</S/URI/URI(file:///c:/windows/system32/calc.exe)>>",
        "<</S/URI/URI(\\\\\\\\evil\\\\a)>>",
        "<</S/URI/URI(ms-msdt:/id)>>",
        "<</S/URI/URI 1 0 R>>",
        "<</Base(file:///c:/)>>"
      })
  void a_pdf_that_leads_to_files_or_scripts_is_refused(String object) {
    assertThat(contents.isSound(PDF, withObject(object))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type/XObject/Subtype/Image/Name/F/Width 1/Height 1/Length 0>>stream\n\nendstream",
        "<</Subtype/Form/Resources<</Font<</F 1 0 R>>>>/Length 0>>stream\n\nendstream",
        "<</Length 9>>stream\n(G/F(x)) Tj\nendstream",
        "<</Subtype/Link/F 4/Contents(see /F(x) and 9 0 obj)>>",
        "<</F 1 0 R/F1 1 0 R>>",
        "<</S/URI/URI(https://a.example/x?y=javascript:z)>>",
        "<</S/URI/URI(mailto:a@b.example)>>",
        "<</S/URI/URI(www.a.example:8080/x)>>",
        "<</S/URI/URI(notes.html)>>",
        "<</S/URI/URI<68747470733A2F2F61>>>"
      })
  void a_pdf_that_keeps_to_itself_and_to_pages_is_taken(String object) {
    assertThat(contents.isSound(PDF, withObject(object))).isTrue();
  }

  @Test
  @Timeout(20)
  void dictionaries_within_texts_are_not_looked_at_for_ever() {
    var nested = "<</X(" + "1 0 obj<</X(".repeat(100_000);

    assertThat(contents.isSound(PDF, withObject(nested))).isFalse();
  }

  private static byte[] withObject(String object) {
    return new String(plainPdf(), ISO_8859_1)
        .replaceFirst("%%EOF", Matcher.quoteReplacement("77 0 obj " + object + "\nendobj\n%%EOF"))
        .getBytes(ISO_8859_1);
  }

  private static byte[] catalogued(String entry) {
    return new String(plainPdf(), ISO_8859_1)
        .replace("/Catalog", "/Catalog" + entry)
        .getBytes(ISO_8859_1);
  }

  @Test
  void a_stream_of_objects_that_swells_is_refused_before_it_is_parsed() {
    var swollen = deflated(new byte[200 * 1024 * 1024]);
    var pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        "%PDF-1.7\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode".getBytes(ISO_8859_1));
    pdf.writeBytes(("/Length " + swollen.length + ">>\nstream\n").getBytes(ISO_8859_1));
    pdf.writeBytes(swollen);
    pdf.writeBytes("\nendstream endobj\n%%EOF".getBytes(ISO_8859_1));

    assertThat(contents.isSound(PDF, pdf.toByteArray())).isFalse();
  }

  @Test
  void a_stream_of_objects_cannot_be_hidden_behind_a_word_in_a_text() {
    var hidden = deflated("1 0 <</S/JavaScript/JS(x)>>".getBytes(ISO_8859_1));
    for (var head :
        List.of(
            "/Type/ObjStm/Filter/FlateDecode",
            "/Type/Obj#53tm/Filter/FlateDecode",
            "/Type/ObjStm/X(stream\n)/Filter/FlateDecode",
            "/Type/ObjStm/X(" + "x".repeat(9_000) + ")/Filter/FlateDecode",
            "/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]",
            "/Type/ObjStm/Filter/LZW/F 1")) {
      var whole = new String(plainPdf(), ISO_8859_1);
      var object = "9 0 obj <<" + head + ">>\nstream\n" + new String(hidden, ISO_8859_1);
      var pdf = whole.replace("xref\n", object + "\nendstream endobj\nxref\n");

      assertThat(pdf).as(head).isNotEqualTo(whole);
      assertThat(contents.isSound(PDF, pdf.getBytes(ISO_8859_1))).as(head).isFalse();
    }
  }

  /** Eight gigabytes of white, in the one way to pack a fax that needs no bytes for it. */
  @Test
  void a_stream_of_objects_packed_as_an_image_is_never_unpacked() {
    for (var head :
        List.of(
            "/Type/XRef/Size 3/W[1 2 1]/Filter/CCITTFaxDecode"
                + "/DecodeParms<</K -1/Columns 262144/Rows 65535>>",
            "/Type/XRef/Size 3/W[1 2 1]/Filter[/FlateDecode/CCF]/DecodeParms"
                + "[null <</K -1/Columns 262144/Rows 65535>>]",
            "/Type/XRef/Size 3/W[1 2 1]/Filter/DCTDecode")) {
      var packed = head.contains("Flate") ? deflated(new byte[64]) : new byte[64];
      var begin = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
      var pdf =
          begin
              + "3 0 obj <<%s/Length %d/Root 1 0 R>>\nstream\n".formatted(head, packed.length)
              + new String(packed, ISO_8859_1)
              + "\nendstream endobj\nstartxref\n"
              + begin.length()
              + "\n%%EOF";

      assertThat(contents.isSound(PDF, pdf.getBytes(ISO_8859_1))).as(head).isFalse();
    }
  }

  @Test
  void a_scan_packed_as_a_fax_or_a_photograph_is_taken() {
    var page = "9 0 obj <</Type/XObject/Subtype/Image/Width 1728/Height 2200/Filter/CCITTFaxDecode";
    var image = page + "/DecodeParms<</K -1/Columns 1728/Rows 2200>>/Length 4>>\nstream\n0000";
    var pdf =
        new String(plainPdf(), ISO_8859_1).replace("xref\n", image + "\nendstream endobj\nxref\n");

    assertThat(contents.isSound(PDF, pdf.getBytes(ISO_8859_1))).isTrue();
  }

  @Test
  void what_is_packed_several_times_is_looked_through_and_bounded() {
    var script = "1 0 <</S/JavaScript/JS(x)>>".getBytes(ISO_8859_1);
    var zeros = deflated(new byte[200 * 1024 * 1024]);
    for (var packed : List.of(deflated(deflated(script)), deflated(deflated(zeros)))) {
      var object = "9 0 obj <</X(stream\n)>>\nstream\n" + new String(packed, ISO_8859_1);
      var pdf =
          new String(plainPdf(), ISO_8859_1)
              .replace("xref\n", object + object + "\nendstream endobj\nxref\n");

      assertThat(contents.isSound(PDF, pdf.getBytes(ISO_8859_1))).isFalse();
    }
  }

  @Test
  void arrays_in_arrays_without_end_are_refused() {
    var deep = "%PDF-1.7\n1 0 obj " + "[".repeat(100_000) + " endobj\n%%EOF";

    assertThat(contents.isSound(PDF, deep.getBytes(ISO_8859_1))).isFalse();
  }

  private static byte[] image(String format) {
    var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < 300; x++) {
      image.setRGB(x, x % 200, 0xC0FFEE + x);
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Eight bits a sample, all of them zero. */
  private static byte[] png(int width, int height, int colour, int interlaced, int inflated) {
    var png = new ByteArrayOutputStream();
    png.writeBytes(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'));
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
    png.writeBytes(chunk("IHDR", header.put((byte) colour).put(12, (byte) interlaced).array()));
    png.writeBytes(chunk("IDAT", deflated(new byte[inflated])));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] chunk(String type, byte[] body) {
    var chunk = ByteBuffer.allocate(body.length + 12).putInt(body.length);
    chunk.put(type.getBytes(ISO_8859_1)).put(body);
    var sum = new CRC32();
    sum.update(chunk.array(), 4, body.length + 4);
    return chunk.putInt((int) sum.getValue()).array();
  }

  /** Three components of half the colour each way. */
  private static byte[] progressive(int width, int height, int scans) {
    var jpeg = new ByteArrayOutputStream();
    jpeg.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xC2, 0, 17, 8, height >> 8, height & 0xFF));
    jpeg.writeBytes(bytes(width >> 8, width & 0xFF, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0));
    for (var scan = 0; scan < scans; scan++) {
      jpeg.writeBytes(bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 1, 2, 3));
    }
    jpeg.writeBytes(bytes(0xFF, 0xD9));
    return jpeg.toByteArray();
  }

  private static byte[] claiming(int width, int height) {
    var png = image("png");
    var bytes = ByteBuffer.wrap(png);
    bytes.putInt(16, width).putInt(20, height);
    var sum = new CRC32();
    sum.update(png, 12, 17);
    bytes.putInt(29, (int) sum.getValue());
    return png;
  }

  private interface Change {
    void on(PDDocument document) throws IOException;
  }

  /** With its objects in compressed streams, as writers of today do it. */
  private static byte[] pdf(@Nullable PDAction action) {
    return saved(
        document -> {
          if (action != null) {
            document.getDocumentCatalog().setOpenAction(action);
          }
        },
        CompressParameters.DEFAULT_COMPRESSION);
  }

  private static byte[] plainPdf() {
    return saved(document -> {}, CompressParameters.NO_COMPRESSION);
  }

  private static byte[] withFile() {
    return saved(
        document -> {
          var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode(new COSDictionary()));
          document.getDocumentCatalog().setNames(names);
        },
        CompressParameters.DEFAULT_COMPRESSION);
  }

  private static byte[] encrypted() {
    return saved(
        document -> document.protect(new StandardProtectionPolicy("a", "", new AccessPermission())),
        CompressParameters.DEFAULT_COMPRESSION);
  }

  private static byte[] saved(Change change, CompressParameters how) {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      change.on(document);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes, how);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] deflated(byte[] plain) {
    var deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    var bytes = new byte[1024 * 1024];
    var length = deflater.deflate(bytes);
    deflater.end();
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] and(byte[] whole, String more) {
    var both = new ByteArrayOutputStream();
    both.writeBytes(whole);
    both.writeBytes(more.getBytes(ISO_8859_1));
    return both.toByteArray();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
