/** Group robots of Feishu (飞书): a line of text into one group, no names and no case content. */
@NullMarked
package io.caseclock.notify.channel.feishu;

import org.jspecify.annotations.NullMarked;
