/* device_names.h - which of the sound devices is meant. */
#pragma once

#include <glib.h>

/**
 * oq_device_names_find:
 * @names: of char*, valid UTF-8
 * @wanted: one of them, or its place from 0 on, or a part of one of them only, in any case
 *
 * Returns: its place, or -1 and OQ_DEVICE_ERROR_NONE
 */
gint oq_device_names_find(const GPtrArray *names, const char *wanted, GError **error);
