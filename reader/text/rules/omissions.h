/* omissions.h - what the listener wants left out is taken from a sentence, before any rule or
 * language looks at it: the others are read as if it had not been there. */
#pragma once

#include "text/repair/clean.h"
#include "text/rules/skips.h"
#include "text/utterance.h"
#include "text/words/sentence.h"

typedef struct _OqOmissions OqOmissions;

/** oq_omissions_new: @skips: not 0; heads are no matter of a sentence. */
OqOmissions *oq_omissions_new(OqSkips skips);
void oq_omissions_free(OqOmissions *omissions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOmissions, oq_omissions_free)

/**
 * oq_omissions_take:
 * @clean: which has repaired the sentence last
 * @utterance: gets the ranges that were taken; its text and start are set
 */
void oq_omissions_take(
	OqOmissions *omissions, OqSentence *sentence, const OqClean *clean, OqUtterance *utterance);
