package io.caseclock.local.file;

/**
 * Why a row is not taken, for whoever mends it.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record RejectionReason(String zh, String en) {

  static RejectionReason tooLong() {
    return new RejectionReason(
        "一行超过 256 KiB，未保留原文", "the line has more than 256 KiB; it is not copied");
  }

  /** Where the whole file is in another encoding, only whoever made it knows which. */
  static RejectionReason notIn(TextEncoding encoding) {
    return new RejectionReason(
        "本行不是有效的 " + encoding + " 文字；整个文件若是其他编码，请用 --encoding 指明：" + TextEncoding.NAMES,
        "the line is not valid "
            + encoding
            + "; where the whole file is in another encoding, say --encoding and one of "
            + TextEncoding.NAMES);
  }

  /** The same of a row whose cells are shown as they were most likely meant. */
  static RejectionReason notIn(TextEncoding encoding, TextEncoding shown) {
    var reason = notIn(encoding);
    return new RejectionReason(
        reason.zh + "。此处按 " + shown + " 显示，请核对",
        reason.en + "; it is shown here as " + shown + ", to be looked at");
  }
}
