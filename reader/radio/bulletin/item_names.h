/* item_names.h - what the files of a bulletin are called, each item having its own: by a pattern.
 *
 *   %n     its number, from 1; %2n: of two figures at least
 *   %N     how many there are
 *   %t     its title; %8t: the first 8 characters
 *   %T     the title in ASCII; %8T: its first 8 letters and figures
 *   %d %D  the date, as 261129 and as 2026-11-29; %e: as 291126
 *   %%     a percent sign
 *
 * An extension stands at the end of the pattern; .wav unless there is one. Instead of a pattern
 * there is the name of one:
 *
 *   bbc        "%t %e (%n of %N)", as BBC Wales wants it
 *   prss       "%8T %d", that of the Public Radio Satellite System
 *   rivendell  "%D_%T", as rdimport --metadata-pattern=%q_%t.wav reads it
 *
 * A name stands for a file anywhere: it has no character that some system forbids, no point or
 * hyphen at its beginning, and at most OQ_ITEM_NAME_MAX_BYTES. Those that would be the same, in
 * capitals or not, get numbers. One thread at a time. */
#pragma once

#include "base/romanization.h"

#define OQ_ITEM_NAMES_ERROR (oq_item_names_error_quark())
GQuark oq_item_names_error_quark(void);

typedef enum {
	OQ_ITEM_NAMES_ERROR_PATTERN,
} OqItemNamesError;

#define OQ_ITEM_NAME_MAX_BYTES 200

typedef struct _OqItemNames OqItemNames;

/**
 * oq_item_names_new:
 * @pattern: UTF-8, or the name of one
 * @date: YYYY-MM-DD
 * @n_items: how many there are
 * @romanization: (nullable): outlives the names
 *
 * Returns: NULL and OQ_ITEM_NAMES_ERROR
 */
OqItemNames *oq_item_names_new(const char *pattern, const char *date, guint n_items,
	const OqRomanization *romanization, GError **error);
void oq_item_names_free(OqItemNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqItemNames, oq_item_names_free)

/** oq_item_names_next: (transfer full): of the next item; @title: (nullable). */
char *oq_item_names_next(OqItemNames *names, const char *title);
