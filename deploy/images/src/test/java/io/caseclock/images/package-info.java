/** What tests of images share: a made-up repository, a tiny base, a reader of OCI archives. */
@NullMarked
package io.caseclock.images;

import org.jspecify.annotations.NullMarked;
