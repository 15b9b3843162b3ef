/* wayland_socket.h - the way to the compositor. Libwayland's own would wait for one that lets
 * nobody in. */
#pragma once

#include <glib.h>

/**
 * oq_wayland_socket_open:
 * @is_frozen: (out): where it fails: whether there is somebody after all
 *
 * Returns: a descriptor, or -1
 */
int oq_wayland_socket_open(gboolean *is_frozen);
