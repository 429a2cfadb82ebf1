package io.caseclock.intake;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * The service as a role that does not own its tables. A profile of its own keeps these tests
 * together: where the usual service is started again behind one with another profile, it has no
 * metrics any more.
 */
public final class OwnedByAnother implements QuarkusTestProfile {}
