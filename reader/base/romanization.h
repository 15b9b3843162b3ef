/* romanization.h - Kazakh and Russian in ASCII, for fields that take nothing else: by a table, the
 * official Latin alphabet without its marks. Immutable. */
#pragma once

#include <glib.h>

typedef struct _OqRomanization OqRomanization;

/**
 * oq_romanization_load:
 * @folder: where romanization.tsv is
 *
 * Returns: NULL and OQ_TABLE_ERROR
 */
OqRomanization *oq_romanization_load(const char *folder, GError **error);
void oq_romanization_free(OqRomanization *romanization);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRomanization, oq_romanization_free)

/**
 * oq_romanization_ascii:
 * @romanization: (nullable): without one only Latin letters are known
 * @text: (nullable): UTF-8; NULL is ""
 *
 * Returns: (transfer full): of the characters from the blank to the tilde alone: letters and signs
 *   as the table has them, other Latin letters without their marks, blanks for what is blank or a
 *   control, a question mark for anything else
 */
char *oq_romanization_ascii(const OqRomanization *romanization, const char *text);
