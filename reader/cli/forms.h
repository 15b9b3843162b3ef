/* forms.h - the ways in which the text verb prints an utterance. */
#pragma once

#include "document/document.h"
#include "speech/pool.h"
#include "text/lexicon/lexicon.h"

/** What a form needs to know. */
typedef struct {
	OqPool *pool; /* for oq_forms_ipa only, as the next two */
	OqStyle style;
	GCancellable *stop;
	const char *file; /* (nullable): for oq_forms_json: of several, the one that is read */
	const OqLexicon *lexicon; /* for oq_forms_doubts only, as the next three */
	OqDocument *document;     /* whose lines are counted */
	const char *name;         /* of it */
	GArray *doubts;           /* of OqDoubt: scratch */
	gboolean line_open;       /* the sentence goes on in the next utterance; at first FALSE */
	const OqBlock *block;     /* that the utterance is of */
} OqFormState;

/** OqForm: appends to @out what is printed for @utterance. FALSE and OQ_SPEECH_ERROR: IPA only. */
typedef gboolean (*OqForm)(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);

/* One sentence a line; those without words are left out. */
gboolean oq_forms_spoken(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);
gboolean oq_forms_written(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);
gboolean oq_forms_ipa(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);

/** oq_forms_explain: the sentence, then a line for each source range, then an empty line. */
gboolean oq_forms_explain(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);

/** oq_forms_doubts: "file:line: written -> said (why)" for each thing that was guessed. */
gboolean oq_forms_doubts(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);

/** oq_forms_json: one object a line. */
gboolean oq_forms_json(
	const OqUtterance *utterance, OqFormState *state, GString *out, GError **error);
