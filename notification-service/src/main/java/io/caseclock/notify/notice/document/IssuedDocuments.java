package io.caseclock.notify.notice.document;

import io.caseclock.notify.notice.StoredDocument;

/**
 * What is kept when a notice is issued.
 *
 * @param json for machines
 * @param html for people; the PDF is made of it and of nothing else
 */
public record IssuedDocuments(StoredDocument json, StoredDocument html) {}
