package io.caseclock.notify.routing;

import io.caseclock.pack.Route;
import org.jspecify.annotations.Nullable;

/**
 * The route that holds for something.
 *
 * @param setBy the unit whose own policy it is; null where it is the pack's
 */
public record ChosenRoute(Route route, @Nullable String setBy) {}
