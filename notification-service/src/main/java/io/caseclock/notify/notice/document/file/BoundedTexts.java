package io.caseclock.notify.notice.document.file;

import io.caseclock.notify.notice.document.DocumentText;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Bounds what is laid out of a document, whatever its HTML holds: each text, and all of them
 * together. HTML from before texts were bounded at the issue may hold any.
 */
final class BoundedTexts {

  private static final int LONGEST = DocumentText.LONGEST + DocumentText.REST.length();

  /** The texts of the longest notice that is issued today fit twice. */
  private static final int LONGEST_TOGETHER = 400_000;

  /** Of each text once the others have taken all there is. */
  private static final int SHORTEST = 200;

  private int left = LONGEST_TOGETHER;

  static void bound(Document html) {
    var body = html.getElementsByTagName("body").item(0);
    new BoundedTexts().bound(body == null ? html.getDocumentElement() : body);
  }

  private void bound(Node node) {
    if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
      var text = node.getNodeValue();
      if (text.length() > SHORTEST) {
        node.setNodeValue(shortened(text));
      }
      left -= node.getNodeValue().length();
    }
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      bound(child);
    }
  }

  private String shortened(String text) {
    var longest = Math.max(SHORTEST, Math.min(LONGEST, left));
    return text.length() <= longest
        ? text
        : DocumentText.shortened(text, Math.min(longest, DocumentText.LONGEST));
  }

  private BoundedTexts() {}
}
