package io.caseclock.notify.notice.evidence.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * A PDF that does nothing when it is opened, holds no other file and leads to none. It is looked
 * through as text first, and so is whatever is packed in it, within bounds; only then is it parsed.
 * Nothing in it is believed while it is looked through: neither where an object ends nor what a
 * stream says it is.
 */
final class PdfContent {

  private static final int MOST_PAGES = 5_000;

  /** As far from its end as a file may say that it ends. */
  private static final int LAST_BYTES = 2_048;

  /** What may stand between a name and its value. */
  static final String GAP = "(?:[\\s\\x00]|%[^\\r\\n]{0,200}[\\r\\n])";

  /**
   * What runs, sends, opens or hides something, or acts without a click ({@code /AA}). A name may
   * be written with #xx.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoTo[ER]|Encrypt"
              + "|Rendition)(?![A-Za-z0-9_.-])"
              + ("|/AA(?:" + GAP + "*+<<|" + GAP + "++[0-9]+" + GAP + "++[0-9]+" + GAP + "++R)"));

  private static final Pattern OBJECTS = Pattern.compile("/(?:ObjStm|XRef)(?![A-Za-z0-9])");

  /** Ways to pack objects that no writer of today uses; what they hold is not looked through. */
  private static final Pattern ODD_FILTER =
      Pattern.compile(
          "/(?:LZWDecode|LZW|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt)(?![A-Za-z0-9])"
              + "|(?:/Filter|/F|obj)\\s*(?:\\[[^\\]]{0,200})?/(?:A85|AHx|RL)(?![A-Za-z0-9])");

  private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
  private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern ENDING = Pattern.compile("%%EOF\\s*\\z");

  static boolean isSound(byte[] content) {
    var raw = new String(content, StandardCharsets.ISO_8859_1);
    return ENDING.matcher(raw.substring(Math.max(0, raw.length() - LAST_BYTES))).find()
        && isHarmless(raw)
        && isPackedAsUsual(plain(raw))
        && PdfStreams.keepToThemselves(plain(raw))
        && isHarmlessInside(content, raw)
        && isReadable(content);
  }

  private static boolean isHarmless(String text) {
    var plain = plain(text);
    return !FORBIDDEN.matcher(plain).find() && PdfAddresses.areHarmless(plain);
  }

  private static boolean isPackedAsUsual(String plain) {
    return !OBJECTS.matcher(plain).find() || !ODD_FILTER.matcher(plain).find();
  }

  /** Whatever comes behind the word and can be inflated, wherever the word stands. */
  private static boolean isHarmlessInside(byte[] content, String raw) {
    var inflating = new DeflatedContent(PdfContent::isHarmless);
    var streams = STREAM.matcher(raw);
    while (streams.find()) {
      if (!inflating.isHarmless(content, streams.end())) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String text) {
    return text.indexOf('#') < 0
        ? text
        : HEX.matcher(text)
            .replaceAll(
                hex ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(hex.group(1), 16))));
  }

  /** The parser goes down with each array in an array; one without an end exhausts its stack. */
  private static boolean isReadable(byte[] content) {
    try (var document = new EvidenceParser(content).parse()) {
      var pages = document.getNumberOfPages();
      return !document.isEncrypted()
          && pages > 0
          && pages <= MOST_PAGES
          && isQuietWhenOpened(document.getDocumentCatalog().getCOSObject());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  /** To be opened at a place in it is all that a document may ask for; links wait for a click. */
  private static boolean isQuietWhenOpened(COSDictionary catalog) {
    return !(catalog.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary action)
        || (COSName.getPDFName("GoTo").equals(action.getDictionaryObject(COSName.S))
            && !action.containsKey(COSName.NEXT));
  }

  private PdfContent() {}
}
