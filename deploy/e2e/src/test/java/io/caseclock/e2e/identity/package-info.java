/** Identity with a real provider: Keycloak, and the services as they run in production. */
@NullMarked
package io.caseclock.e2e.identity;

import org.jspecify.annotations.NullMarked;
