package io.caseclock.archive;

import java.time.Instant;

/**
 * What an archive says of itself.
 *
 * @param caseId in its normal form
 * @param service the name of the service that kept it, such as {@code case-intake-service}
 * @param writtenAt when it was asked for
 * @param writtenBy the account that asked
 */
public record Cover(String caseId, String service, Instant writtenAt, String writtenBy) {}
