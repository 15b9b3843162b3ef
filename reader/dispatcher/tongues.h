/* tongues.h - who speaks a message: our voices in Kazakh, Russian and English, and for every other
 * language that eSpeak NG has its own voice in the manner of ours.
 *
 * Immutable. */
#pragma once

#include "dispatcher/wish.h"

/** A line of the list that clients choose from. */
typedef struct {
	char *name;
	char *language;
	char *variant;
} OqTongue;

typedef struct _OqTongues OqTongues;

/** oq_tongues_load: @folder: of the program's data. NULL and OQ_SPEECH_ERROR_NO_VOICE. */
OqTongues *oq_tongues_load(const char *folder, GError **error);
void oq_tongues_free(OqTongues *tongues);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTongues, oq_tongues_free)

/** oq_tongues_list: (transfer none) (element-type OqTongue): ours first. */
const GArray *oq_tongues_list(const OqTongues *tongues);

/**
 * oq_tongues_choose:
 * @wish: whose voice or kind of voice is taken; of one that there is not, the usual one
 * @language: (nullable): that of the text, as in @wish
 * @style: its voice is the usual one; set to that which speaks
 *
 * Returns: (transfer none) (nullable): eSpeak NG's name of the language, where it is another than
 *   Kazakh; a language that nobody speaks is read as Kazakh
 */
const char *oq_tongues_choose(
	const OqTongues *tongues, const OqWish *wish, const char *language, OqStyle *style);
