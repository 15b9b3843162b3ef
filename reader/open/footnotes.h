/* footnotes.h - notes of a document, kept until it is their turn to be read. */
#pragma once

#include "open/block_writer.h"

typedef struct _OqFootnotes OqFootnotes;
typedef struct _OqFootnote OqFootnote;

OqFootnotes *oq_footnotes_new(void);
void oq_footnotes_free(OqFootnotes *footnotes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqFootnotes, oq_footnotes_free)

/** oq_footnotes_begin: (transfer none): a new one, without text. @part: of the document. */
OqFootnote *oq_footnotes_begin(OqFootnotes *footnotes, const char *part);

/** oq_footnotes_name: what refers to @key refers to the note; the first one of a key counts. */
void oq_footnotes_name(OqFootnotes *footnotes, OqFootnote *note, const char *key);

/** oq_footnotes_append: a paragraph of it. Its language is that of the first one. */
void oq_footnotes_append(
	OqFootnotes *footnotes, OqFootnote *note, const char *text, const char *lang);

/** oq_footnotes_find: (nullable) (transfer none). */
OqFootnote *oq_footnotes_find(const OqFootnotes *footnotes, const char *key);

/** oq_footnotes_tell: as OQ_BLOCK_NOTE, the first time that it is asked for. */
void oq_footnotes_tell(OqFootnotes *footnotes, OqFootnote *note, OqBlockWriter *out);

/** oq_footnotes_tell_rest: those of @part that were not told, in their order. */
void oq_footnotes_tell_rest(OqFootnotes *footnotes, const char *part, OqBlockWriter *out);

/** oq_footnotes_is_full: more than OQ_LIMIT_TREE_MB wait: some were dropped. */
gboolean oq_footnotes_is_full(const OqFootnotes *footnotes);
