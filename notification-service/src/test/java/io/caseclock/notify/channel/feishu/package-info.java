/** Tests. */
@NullMarked
package io.caseclock.notify.channel.feishu;

import org.jspecify.annotations.NullMarked;
