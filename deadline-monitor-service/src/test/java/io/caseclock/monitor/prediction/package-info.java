/** The curves against a textbook and a naive computation, and what is made of them. */
@NullMarked
package io.caseclock.monitor.prediction;

import org.jspecify.annotations.NullMarked;
