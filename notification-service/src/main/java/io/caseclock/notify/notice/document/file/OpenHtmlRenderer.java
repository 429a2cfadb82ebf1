package io.caseclock.notify.notice.document.file;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentText;
import io.caseclock.notify.notice.document.PdfRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Renders with openhtmltopdf and embeds the glyphs that are used. Nothing that the HTML refers to
 * is fetched, and the same HTML gives the same bytes.
 */
public final class OpenHtmlRenderer implements PdfRenderer {

  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int PLAIN = 400;

  /** Basic Latin, its supplement, general, Chinese and wide punctuation. */
  private static final List<Range> PUT_IN =
      List.of(
          new Range(0x20, 0x7E),
          new Range(0xA0, 0xFF),
          new Range(0x2000, 0x206F),
          new Range(0x3000, 0x303F),
          new Range(0xFF00, 0xFFEF));

  /** What one document costs is bounded, and many at once cost no more memory than one. */
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  static {
    RendererLog.takeOver();
  }

  private final Semaphore turn;
  private final Duration longestWait;
  private final Optional<Path> font;
  private final FallbackFonts fallback;

  /**
   * Takes the fonts of the system.
   *
   * @param configured the font that the office has chosen; where it is empty, well-known places are
   *     searched
   */
  public OpenHtmlRenderer(Optional<Path> configured) {
    this(configured, FallbackFonts.FURTHER);
  }

  OpenHtmlRenderer(Optional<Path> configured, List<Path> further) {
    this(configured, further, ONE_AT_A_TIME, LONGEST_WAIT);
  }

  OpenHtmlRenderer(
      Optional<Path> configured, List<Path> further, Semaphore turn, Duration longestWait) {
    this.turn = turn;
    this.longestWait = longestWait;
    this.font = ChineseFont.find(configured);
    this.fallback = new FallbackFonts(further);
  }

  /** Checks first that every character has a glyph, since the library would print # instead. */
  @Override
  public Outcome render(Notice notice, StoredDocument html) {
    return render(html, notice.issuedAt());
  }

  /** The same of any document; every time in the PDF is that of its issue. */
  public Outcome render(StoredDocument html, Instant issuedAt) {
    return font.map(file -> inTurn(() -> print(file, html.bytes(), issuedAt)))
        .orElseGet(NoFont::new);
  }

  /** Whoever waits too long is told so, and comes back. */
  private Outcome inTurn(Supplier<Outcome> work) {
    try {
      if (!turn.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Busy();
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private Outcome print(Path fontFile, byte[] html, Instant issuedAt) {
    try (var han = FontFile.open(fontFile);
        var latin = FallbackFonts.read(latin())) {
      var document = parsed(html);
      BoundedTexts.bound(document);
      var text = document.getDocumentElement().getTextContent();
      var choice =
          fallback.choose(text, List.of(of(latin), character -> han.glyph(character) != 0));
      if (!choice.lacking().isEmpty()) {
        return new Lacking(choice.lacking().stream().map(DocumentText::named).toList());
      }
      var characters = characters(text);
      var fonts = new LinkedHashMap<String, byte[]>();
      for (var file : choice.files()) {
        fonts.put("notice-" + file.getFileName(), extract(file, characters));
      }
      var pdf = pdf(FontExtract.of(han, characters), fonts, document, issuedAt);
      return new Rendered(StoredDocument.of(pdf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FallbackFonts.Glyphs of(TrueTypeFont font) throws IOException {
    var glyphs = font.getUnicodeCmapLookup();
    return character -> glyphs.getGlyphId(character) != 0;
  }

  private static byte[] extract(Path file, Set<Integer> characters) throws IOException {
    try (var font = FontFile.open(file)) {
      return FontExtract.of(font, characters);
    }
  }

  /** Those of the text, and those that style sheets and numbering put in by themselves. */
  private static Set<Integer> characters(String text) {
    return IntStream.concat(text.codePoints(), PUT_IN.stream().flatMapToInt(Range::characters))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static InputStream latin() {
    var latin = OpenHtmlRenderer.class.getResourceAsStream(LATIN);
    if (latin == null) {
      throw new IllegalStateException("PDFBox has lost its Latin font");
    }
    return latin;
  }

  private static byte[] pdf(
      byte[] han, Map<String, byte[]> further, Document html, Instant issuedAt) throws IOException {
    try (var document = new PDDocument();
        var latin = latin()) {
      var builder =
          new PdfRendererBuilder()
              .usePDDocument(document)
              .withProducer("CaseClock")
              .withW3cDocument(html, null);
      use(builder, "notice-latin", PDType0Font.load(document, latin, true));
      use(builder, "notice-han", PDType0Font.load(document, new ByteArrayInputStream(han), true));
      further.forEach((family, font) -> useLast(builder, family, font));
      for (var moment : ExternalResourceControlPriority.values()) {
        builder.useExternalResourceAccessControl((uri, type) -> false, moment);
      }
      try (var renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        return written(document, issuedAt);
      }
    }
  }

  /**
   * Characters by number.
   *
   * @param last included
   */
  private record Range(int first, int last) {
    IntStream characters() {
      return IntStream.rangeClosed(first, last);
    }
  }

  private static void use(PdfRendererBuilder builder, String family, PDType0Font font) {
    builder.useFont(new PDFontSupplier(font), family, PLAIN, FontStyle.NORMAL, true);
  }

  private static void useLast(PdfRendererBuilder builder, String family, byte[] font) {
    builder.useFont(
        () -> new ByteArrayInputStream(font),
        family,
        PLAIN,
        FontStyle.NORMAL,
        true,
        EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
  }

  /** Takes every time and identifier from the notice, so that the bytes are always the same. */
  private static byte[] written(PDDocument document, Instant issuedAt) throws IOException {
    var at = GregorianCalendar.from(issuedAt.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(at);
    document.getDocumentInformation().setModificationDate(at);
    document.setDocumentId(issuedAt.toEpochMilli());
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** Reads the HTML as XML without a document type, entities or anything from elsewhere. */
  private static Document parsed(byte[] html) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(new ByteArrayInputStream(html));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("the template gives no well-formed document", e);
    }
  }
}
