package io.caseclock.notify.notice.document.file;

import io.caseclock.contract.Sha256;
import io.caseclock.notify.notice.StoredDocument;

/** Puts the hash to the bytes. */
final class Frozen {

  static StoredDocument of(byte[] bytes) {
    return new StoredDocument(bytes, Sha256.hex(bytes));
  }

  private Frozen() {}
}
