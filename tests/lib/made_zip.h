/* made_zip.h - a zip file made in memory. */
#pragma once

#include <glib.h>

/** made_zip: names and contents in turn, NULL behind them; "mimetype" is not packed. */
GBytes *made_zip(const char *name, ...) G_GNUC_NULL_TERMINATED;
