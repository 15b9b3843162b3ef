/* zipped.h - a zip file made in memory. */
#pragma once

#include <glib.h>

/** zipped: names and contents in turn, NULL behind them; "mimetype" is not packed. */
GBytes *zipped(const char *name, ...) G_GNUC_NULL_TERMINATED;
