package io.caseclock.notify.notice;

import io.caseclock.contract.Sha256;

/**
 * A document as it is kept and never rewritten.
 *
 * @param bytes JSON, HTML or PDF
 * @param sha256 of the bytes, hexadecimal
 */
public record StoredDocument(byte[] bytes, String sha256) {

  /** The bytes with their hash. */
  public static StoredDocument of(byte[] bytes) {
    return new StoredDocument(bytes, Sha256.hex(bytes));
  }
}
