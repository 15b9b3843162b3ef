/* no_jack.h - keeps PortAudio from JACK.
 *
 * Whenever it is initialized, PortAudio asks libjack for a client. libjack keeps locks in /dev/shm
 * that outlive a process: whoever is killed at the wrong moment leaves one held, and from then on
 * every start hangs, until the machine is restarted. So this file has a jack_client_open() of its
 * own that has no client to give; the program's own symbols are found before those of its
 * libraries.
 */
#pragma once

#include <glib.h>

/** oq_no_jack: whether it is the one that PortAudio finds. */
gboolean oq_no_jack(void);
