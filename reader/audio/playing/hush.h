/* hush.h - keeps sound libraries from printing on standard error.
 *
 * ALSA prints a hundred lines about devices that are not there, PortAudio what failed in which line
 * of its source. Whatever matters of it is told by our own messages. ALSA can be asked to keep
 * quiet; PortAudio, which prints by vfprintf(), can not, so this file has a vfprintf() that leaves
 * out those lines and is found before the C library's. */
#pragma once

/** oq_hush_alsa: once libasound is loaded; any number of times. */
void oq_hush_alsa(void);
