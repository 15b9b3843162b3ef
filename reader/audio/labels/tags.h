/* tags.h - what an audio file tells about itself, whatever its format. A plain value; strings are
 * UTF-8 and may be NULL: not told. Frames are those of the file, at its rate. */
#pragma once

#include "audio/chain/loudness.h"
#include "base/romanization.h"

typedef struct {
	guint64 frame;
	guint64 end_frame; /* not after @frame: it is a mere place */
	char *title;
} OqChapter;

typedef struct {
	char *title;
	char *author;
	char *album; /* or programme */
	char *comment;
	char *copyright;
	char *originator; /* the station that made it */
	char *reference;  /* the originator's, unique */
	char *language;   /* ISO 639-2, as "kaz" */
	char *date;       /* YYYY-MM-DD: when it was made */
	char *time;       /* HH:MM:SS, of the same */

	/* Of the cart chunk. */
	char *cut;
	char *client;
	char *category;
	char *outcue;                /* its last words */
	char *start_date, *end_date; /* YYYY-MM-DD: when it may be on air */

	guint64 voice_start, voice_end; /* between these it sounds; an end of 0 is the file's */
	guint64 intro_end;   /* from voice_start on one may talk over it; 0: one may not */
	guint64 segue_start; /* here the next one may begin; 0: unknown */

	OqLoudness loudness;
	GArray *chapters; /* (nullable): of OqChapter, ascending */

	const OqRomanization *romanization; /* (nullable): of fields in ASCII; not the tags' own */
} OqTags;

void oq_tags_init(OqTags *tags);
void oq_tags_clear(OqTags *tags);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqTags, oq_tags_clear)

/** oq_tags_copy: (transfer full): cleaned: valid UTF-8 in one line; what is blank is not told. */
OqTags *oq_tags_copy(const OqTags *tags);
void oq_tags_free(OqTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTags, oq_tags_free)

void oq_tags_add_chapter(OqTags *tags, guint64 frame, guint64 end_frame, const char *title);

guint oq_tags_n_chapters(const OqTags *tags);
const OqChapter *oq_tags_chapter(const OqTags *tags, guint index);

/** oq_tags_chapter_end: where it ends, or the next one begins when it is a place; never before its
 * beginning. */
guint64 oq_tags_chapter_end(const OqTags *tags, guint index);

/** oq_tags_names: (transfer none): those that oq_tags_find() knows, NULL behind the last. */
const char *const *oq_tags_names(void);

/** oq_tags_find: (nullable): the text of that name, as "start-date"; to be read or replaced. */
char **oq_tags_find(OqTags *tags, const char *name);

/** oq_tags_ascii: (transfer full): as oq_romanization_ascii(), by the tags' own. */
char *oq_tags_ascii(const OqTags *tags, const char *text);
