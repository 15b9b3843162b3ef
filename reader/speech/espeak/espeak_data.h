/* espeak_data.h - our own data folder of eSpeak NG: links to the system's data, with a Kazakh voice
 * of our own (voices/espeak/) compiled against them.
 *
 * eSpeak NG believes what it finds: of a file that is cut or damaged it speaks something else, or
 * crashes, and one that it cannot open it does without. So the folder's stamp tells of each file
 * what it was when the voice was compiled, and it is looked at before eSpeak NG opens it. A file of
 * the same size and time is the same; of one with another time the contents are compared.
 */
#pragma once

#include <glib.h>

typedef struct _OqEspeakData OqEspeakData;

/**
 * oq_espeak_data_load:
 * @folder: (nullable): our data folder; NULL: there is none
 *
 * A compiled dictionary names phonemes by their number in the system's table, so after an upgrade
 * of eSpeak NG it would say anything.
 *
 * Returns: NULL and OQ_SPEECH_ERROR_NO_VOICE: our voice must not be used, the plain one may;
 *   OQ_SPEECH_ERROR_NO_ENGINE: the stamp cannot be read now
 */
OqEspeakData *oq_espeak_data_load(const char *folder, GError **error);
void oq_espeak_data_free(OqEspeakData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqEspeakData, oq_espeak_data_free)

/** What eSpeak NG is about to open. */
typedef struct {
	const char *place; /* the folder of its data: ours, or the system's */
	gboolean is_ours;
	const char *language; /* by its place below lang/ */
	const char *variant;  /* by its place below voices/!v/; "": none */
} OqEspeakFiles;

/**
 * oq_espeak_data_check: just before eSpeak NG opens them.
 *
 * Files that the stamp does not know, and other data of the system than those that it tells of, are
 * taken as they are.
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_NO_ENGINE: one of them is damaged or missing, or there are too
 *   few descriptors for them
 */
gboolean oq_espeak_data_check(const OqEspeakData *data, const OqEspeakFiles *files, GError **error);
