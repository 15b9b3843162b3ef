/* speak.c - see the header. */
#include "cli/speak.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/resources.h"
#include "cli/voicing.h"
#include "reading/narration.h"
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
	const OqCall *call;
	OqSpeakSink make_sink;
	gpointer make_data;
	OqInputs *inputs; /* NULL: text */
	const OqLexicon *lexicon;
	const OqDictionary *dictionary;
	const char *text;
	OqNarration *narration;
	gboolean shows_progress;
	gboolean line_open; /* the cursor stands behind a progress line */
	OqProgress progress;
} Job;

static void
show_progress(const OqNarrationCount *count, gpointer data)
{
	Job *job = data;
	g_autofree char *line = oq_progress_step(&job->progress, count, g_get_monotonic_time());
	if (line == NULL)
		return;
	fprintf(stderr, "\r%s   ", line); /* the line before may have been longer */
	job->line_open = TRUE;
}

static void
show_summary(Job *job, const OqNarrationCount *count)
{
	g_autofree char *line = oq_progress_line(&job->progress, count, g_get_monotonic_time());
	fprintf(stderr, "%s%s\n", job->line_open ? "\r" : "", line);
	job->line_open = FALSE;
}

static gboolean
speak_cursor(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	const Job *job = data;
	GCancellable *stop = oq_interrupt_stop(job->call->interrupt);
	guint64 n_frames = oq_narration_count(job->narration).n_frames;
	gboolean whole = oq_narration_speak(job->narration, cursor, stop, error);
	*said = oq_narration_count(job->narration).n_frames > n_frames;
	return whole;
}

static gboolean
speak_text(Job *job, GError **error)
{
	const OqOptions *options = job->call->options;
	OqTaste taste = {options->punctuation, options->languages};
	g_autoptr(OqCursor) cursor =
		options->spell ? oq_cursor_new_spelled(job->lexicon, job->text)
			       : oq_cursor_new(oq_document_new_text(job->text, strlen(job->text)),
					 oq_normalizer_new(job->lexicon, job->dictionary, &taste));
	gboolean said;
	if (!speak_cursor(cursor, &said, job, error))
		return FALSE;
	if (said)
		return TRUE;
	g_set_error_literal(error, OQ_INPUTS_ERROR, OQ_INPUTS_ERROR_NOTHING,
		_("there is not a word in this that can be said"));
	return FALSE;
}

static gboolean
narrate(Job *job, const OqVoicing *voicing, OqSink *sink, GError **error)
{
	guint rate_hz = oq_synthesizer_rate_hz(voicing->synthesizer);
	g_autoptr(OqChain) chain = oq_chain_new(rate_hz, sink->rate_hz, sink->n_channels);
	g_autoptr(OqNarration) narration =
		oq_narration_new(voicing->synthesizer, chain, sink, &voicing->style);
	job->narration = narration;
	oq_progress_init(&job->progress, rate_hz, g_get_monotonic_time());
	if (job->shows_progress)
		oq_narration_on_progress(narration, show_progress, job);
	gboolean spoken = job->inputs != NULL
				  ? oq_inputs_each(job->inputs, speak_cursor, job, error)
				  : speak_text(job, error);
	GCancellable *stop = oq_interrupt_stop(job->call->interrupt);
	if (!spoken || !oq_narration_finish(narration, stop, error))
		return FALSE;
	OqNarrationCount count = oq_narration_count(narration);
	if (job->shows_progress || job->call->options->verbose)
		show_summary(job, &count);
	return TRUE;
}

static gboolean
perform(Job *job, GError **error)
{
	g_auto(OqVoicing) voicing;
	if (!oq_voicing_init(&voicing, job->call->options, error))
		return FALSE;
	guint rate_hz = oq_synthesizer_rate_hz(voicing.synthesizer);
	g_autoptr(OqSink) sink = job->make_sink(job->call, rate_hz, job->make_data, error);
	if (sink == NULL)
		return FALSE;
	return narrate(job, &voicing, sink, error);
}

static gboolean
run(Job *job, GError **error)
{
	oq_interrupt_begin(job->call->interrupt);
	gboolean spoken = perform(job, error);
	oq_interrupt_end(job->call->interrupt);
	if (job->line_open)
		fputc('\n', stderr);
	return spoken;
}

gboolean
oq_speak_files(const OqCall *call, OqSpeakSink make_sink, gpointer data, gboolean shows_progress,
	GError **error)
{
	g_autoptr(OqLexicon) lexicon = oq_resources_lexicon(error);
	g_autoptr(OqDictionary) dictionary =
		lexicon != NULL ? oq_resources_dictionary(call->options, lexicon, error) : NULL;
	if (dictionary == NULL)
		return FALSE;
	g_auto(OqInputs) inputs;
	if (!oq_inputs_init(&inputs, call, lexicon, error))
		return FALSE;
	inputs.dictionary = dictionary;
	inputs.stop = oq_interrupt_stop(call->interrupt);
	Job job = {.call = call,
		.make_sink = make_sink,
		.make_data = data,
		.inputs = &inputs,
		.lexicon = lexicon};
	job.shows_progress = shows_progress && !call->options->quiet && isatty(STDERR_FILENO);
	gboolean spoken = run(&job, error);
	oq_inputs_say_notes(&inputs);
	return spoken;
}

gboolean
oq_speak_text(const OqCall *call, OqSpeakSink make_sink, const char *text, GError **error)
{
	g_autoptr(OqLexicon) lexicon = oq_resources_lexicon(error);
	g_autoptr(OqDictionary) dictionary =
		lexicon != NULL ? oq_resources_dictionary(call->options, lexicon, error) : NULL;
	if (dictionary == NULL)
		return FALSE;
	Job job = {.call = call,
		.make_sink = make_sink,
		.text = text,
		.lexicon = lexicon,
		.dictionary = dictionary};
	return run(&job, error);
}
