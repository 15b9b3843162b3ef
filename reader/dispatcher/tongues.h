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

/** oq_tongues_set_voice: the voice or kind of voice that is wished for, in Kazakh; of one that
 * there is not, the usual one, which @style has. */
void oq_tongues_set_voice(const OqTongues *tongues, const OqWish *wish, OqStyle *style);

/**
 * oq_tongues_go_abroad:
 * @language: (nullable): of the text; the voice that is wished for may be that of another one
 * @style: as oq_tongues_set_voice() has set it; its voice speaks the language afterwards
 *
 * Returns: (transfer none) (nullable): eSpeak NG's name of the language; NULL, and nothing is set:
 *   it is Kazakh, or nobody speaks it
 */
const char *oq_tongues_go_abroad(
	const OqTongues *tongues, const OqWish *wish, const char *language, OqStyle *style);
