/* groups.h - the words of a sentence as written that are said together, and when.
 *
 * A sentence is cut at its spaces; what a spoken word was made of stays together, and what is said
 * in another order than it is written, and what is not said goes with what stands before it. */
#pragma once

#include "radio/transcript.h"

typedef struct {
	guint64 frame;
	guint64 end_frame;
	const GString *text; /* as it is shown, until the next is asked for; never empty */
	guint first_word;    /* of the transcript */
	guint n_words;       /* 0: nobody knows which is said when */
	gboolean is_first;   /* of its sentence */
} OqGroup;

typedef struct _OqGroups OqGroups;

/** oq_groups_new: @transcript must outlive them. */
OqGroups *oq_groups_new(const OqTranscript *transcript);
void oq_groups_free(OqGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqGroups, oq_groups_free)

/** oq_groups_begin: @sentence: one of the transcript's. */
void oq_groups_begin(OqGroups *groups, const OqTranscriptSentence *sentence);

/** oq_groups_next: FALSE: there is none. */
gboolean oq_groups_next(OqGroups *groups, OqGroup *group);
