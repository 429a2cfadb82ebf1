/** Tests. */
@NullMarked
package io.caseclock.notify.channel.dingtalk;

import org.jspecify.annotations.NullMarked;
