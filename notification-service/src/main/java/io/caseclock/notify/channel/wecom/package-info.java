/** Group robots of WeCom (企业微信): a line of text into one group, no names and no case content. */
@NullMarked
package io.caseclock.notify.channel.wecom;

import org.jspecify.annotations.NullMarked;
