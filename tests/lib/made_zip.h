/* made_zip.h - zip files made in memory. */
#pragma once

#include <glib.h>

/** made_zip: names in UTF-8 and contents in turn, NULL behind them; "mimetype" is not packed. */
GBytes *made_zip(const char *name, ...) G_GNUC_NULL_TERMINATED;

/** made_zip_of: likewise; @is_packed: all but "mimetype" are. No name is marked as UTF-8. */
GBytes *made_zip_of(gboolean is_packed, const char *const *members);
