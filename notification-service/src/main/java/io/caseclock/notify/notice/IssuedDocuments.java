package io.caseclock.notify.notice;

/**
 * What is frozen at issue.
 *
 * @param json for machines
 * @param html for people; the PDF is made of it and of nothing else
 */
public record IssuedDocuments(StoredDocument json, StoredDocument html) {}
