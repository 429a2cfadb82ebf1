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

  static RejectionReason notIn(TextEncoding encoding) {
    return new RejectionReason(
        "本行不是有效的 " + encoding + " 文字；整个文件若是 GBK，可加 --encoding gbk",
        "the line is not valid " + encoding + "; where the whole file is GBK, say --encoding gbk");
  }
}
