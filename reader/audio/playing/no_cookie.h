/* no_cookie.h - keeps PulseAudio's client from writing into the user's home.
 *
 * Where no cookie is to be found, the client makes one, and ~/.config/pulse for it. A cookie that
 * no server knows opens no more doors than none; servers of the same user ask for none.
 */
#pragma once

/** oq_no_cookie: sets PULSE_COOKIE, unless there is a cookie that may be of use. Before the first
 * thread. */
void oq_no_cookie(void);
