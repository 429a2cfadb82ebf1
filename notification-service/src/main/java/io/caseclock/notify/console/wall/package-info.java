/** The wall screen: large figures of a unit for a room, without people's names or case numbers. */
@NullMarked
package io.caseclock.notify.console.wall;

import org.jspecify.annotations.NullMarked;
