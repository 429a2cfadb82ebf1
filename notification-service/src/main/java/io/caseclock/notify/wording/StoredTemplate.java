package io.caseclock.notify.wording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an installation has last said about a kind of message.
 *
 * @param version counts up with each change of the kind
 * @param template null where the shipped text was given back
 * @param by the officer, or the account where it is none
 */
public record StoredTemplate(
    TemplateKind kind, int version, @Nullable Template template, String by, Instant at) {}
