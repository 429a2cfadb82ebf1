/** Units, officers, their posts and absences, as the directory tells them. */
@NullMarked
package io.caseclock.notify.console.directory;

import org.jspecify.annotations.NullMarked;
