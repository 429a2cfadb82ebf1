/** Shows dead letters to those who run the installation, and takes their decision on each. */
@NullMarked
package io.caseclock.consume.rest;

import org.jspecify.annotations.NullMarked;
