/* passage.c - see the header. */
#include "speech/passage.h"

void
oq_passage_init(OqPassage *passage, const OqStyle *style)
{
	passage->style = *style;
	passage->n_utterances = 0;
	passage->first_word = 0;
	for (guint i = 0; i < OQ_PASSAGE_MAX; i++)
		oq_utterance_init(&passage->utterances[i]);
}

void
oq_passage_reset(OqPassage *passage)
{
	passage->n_utterances = 0;
	passage->first_word = 0;
}

void
oq_passage_clear(OqPassage *passage)
{
	for (guint i = 0; i < OQ_PASSAGE_MAX; i++)
		oq_utterance_clear(&passage->utterances[i]);
	passage->n_utterances = 0;
}

OqUtterance *
oq_passage_spare(OqPassage *passage)
{
	if (passage->n_utterances == OQ_PASSAGE_MAX)
		return NULL;
	OqUtterance *spare = &passage->utterances[passage->n_utterances];
	oq_utterance_reset(spare);
	return spare;
}

void
oq_passage_add(OqPassage *passage)
{
	g_return_if_fail(passage->n_utterances < OQ_PASSAGE_MAX);
	passage->n_utterances++;
}
