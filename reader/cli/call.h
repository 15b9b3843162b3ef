/* call.h - what a verb is called with, and what most of them begin with. */
#pragma once

#include "bus/turn.h"
#include "cli/options.h"
#include "cli/telling.h"
#include "home/keys/layouts.h"
#include "home/keys/terminal.h"
#include "radio/profile.h"
#include "reading/config/config.h"
#include "reading/reader.h"

typedef struct {
	const OqOptions *options;
	const OqConfig *config;
	const OqSettings
		*settings;    /* as the options say, and the configuration where they do not */
	char **words;         /* after the verb: files, or what to say */
	OqNursery *nursery;   /* (nullable): where the voice is made ready, if it is needed */
	OqTerminal *terminal; /* (nullable): with whose keys it is driven */
	GCancellable *stop;   /* Ctrl+C */
	gint *n_written;      /* (nullable): audio files that are whole; more while it works */

	/* Of one of several audio files that may be made at once. */
	OqTelling *telling; /* (nullable): where what it says waits for its turn */
	gint *n_free;       /* (nullable): children that their pools have in common */
} OqCall;

/**
 * oq_call_settings: (transfer full): the configuration; its notices are told, unless --quiet.
 * @traits: of the verb; without OQ_TRAIT_READS or OQ_TRAIT_CHECKS nothing is configured
 * @settings: (out caller-allocates): as OqCall has them
 */
OqConfig *oq_call_settings(const OqOptions *options, guint traits, OqSettings *settings);

/** oq_call_has_no_words: FALSE and OQ_USAGE_ERROR when there are some, and @verb takes none. */
gboolean oq_call_has_no_words(const OqCall *call, const char *verb, GError **error);

/** oq_call_layouts: (transfer full): of the keyboard; NULL and G_FILE_ERROR or OQ_TABLE_ERROR. */
OqLayouts *oq_call_layouts(GError **error);

/** oq_call_reader: (transfer full): loads all that is needed and tells its notices, unless --quiet;
 * NULL and OQ_USAGE_ERROR, or an error of oq_reader_new(). */
OqReader *oq_call_reader(const OqCall *call, GError **error);

/**
 * oq_call_pool: (transfer full): children that speak, with the voice that was asked for.
 * @rate_hz: (out): of all they say
 *
 * Sentences that cannot be said are told on standard error.
 *
 * Returns: NULL and OQ_USAGE_ERROR when there is no such voice, else an error of oq_pool_check()
 */
OqPool *oq_call_pool(const OqCall *call, const OqReader *reader, guint n_children, guint *rate_hz,
	GError **error);

/** oq_call_profile: (out): as the options say; what is wrong in the configuration's profiles is
 * told where one was asked for, unless --quiet. FALSE and OQ_USAGE_ERROR. */
gboolean oq_call_profile(const OqCall *call, OqProfile *profile, GError **error);

/**
 * oq_call_turn: (transfer full): waits for it where --wait says so, which is told, unless --quiet.
 * @title: (nullable): what is to be read
 *
 * Returns: NULL and an error of oq_turn_take()
 */
OqTurn *oq_call_turn(const OqCall *call, const char *title, GError **error);
