package io.caseclock.notify.notice;

/**
 * What was issued.
 *
 * @param bytes JSON, HTML or PDF; never rewritten
 * @param sha256 of the bytes, hexadecimal
 */
public record StoredDocument(byte[] bytes, String sha256) {}
