/**
 * The supervisors' pages: rendered here, in Chinese and English, usable without scripts.
 *
 * <p>A page is one package with its resource, its view records and the interface of its texts; its
 * templates lie in {@code templates/<page>}, its two files of texts in {@code messages}. What the
 * pages share is in {@code frame}. A new page is such a package and one line in the navigation. The
 * build refuses a text that is missing and a template that asks for what its view does not have.
 */
@NullMarked
package io.caseclock.notify.console;

import org.jspecify.annotations.NullMarked;
