/**
 * What this service keeps of one case: notices, tasks, escalations, and who was told what. Each
 * caller finds only what they may see. Reads only.
 */
@NullMarked
package io.caseclock.notify.casefile;

import org.jspecify.annotations.NullMarked;
