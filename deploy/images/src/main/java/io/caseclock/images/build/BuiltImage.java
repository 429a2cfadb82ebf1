package io.caseclock.images.build;

import java.nio.file.Path;

/**
 * An image that was built.
 *
 * @param service the module it is made of
 * @param name what it is called, with its tag
 * @param file its OCI archive
 * @param digest of its manifest, as {@code sha256:…}: the one that a registry tells
 */
public record BuiltImage(String service, String name, Path file, String digest) {}
