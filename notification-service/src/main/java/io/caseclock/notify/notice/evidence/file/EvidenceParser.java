package io.caseclock.notify.notice.evidence.file;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Parses a PDF without ever decoding an image. The parser unpacks whatever the file says its
 * objects and its table of objects are packed in, in memory and with the size that the file says;
 * packed as an image, a few bytes could be gigabytes. Here such a stream is read as it stands. That
 * changes nothing for images, which nobody looks at, and makes objects packed in them unreadable.
 */
final class EvidenceParser extends PDFParser {

  private static final Set<COSName> OF_IMAGES =
      Set.of(
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION,
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JBIG2_DECODE,
          COSName.JPX_DECODE);

  EvidenceParser(byte[] content) throws IOException {
    super(
        new RandomAccessReadBuffer(content),
        null,
        null,
        null,
        IOUtils.createTempFileOnlyStreamCache());
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary head) throws IOException {
    if (filters(head.getDictionaryObject(COSName.FILTER, COSName.F))
        .anyMatch(OF_IMAGES::contains)) {
      head.removeItem(COSName.FILTER);
      head.removeItem(COSName.F);
    }
    return super.parseCOSStream(head);
  }

  private static Stream<COSBase> filters(COSBase filter) {
    return filter instanceof COSArray several
        ? StreamSupport.stream(several.spliterator(), false).flatMap(EvidenceParser::itself)
        : Stream.ofNullable(filter);
  }

  private static Stream<COSBase> itself(COSBase one) {
    return Stream.ofNullable(one instanceof COSObject reference ? reference.getObject() : one);
  }
}
