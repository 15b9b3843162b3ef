/* command_text.c - oqyrman text: what will be said. */
#include "cli/commands.h"
#include "cli/forms.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "text/doubts.h"

typedef struct {
	OqForm form;
	OqFormState state;
	OqUtterance utterance;
	OqOutput output;
	gboolean has_files; /* more than one */
} Printer;

static OqForm
choose_form(const OqOptions *options)
{
	if (options->sentences)
		return oq_forms_written;
	if (options->ipa)
		return oq_forms_ipa;
	if (options->explain)
		return oq_forms_explain;
	if (options->doubts)
		return oq_forms_doubts;
	return options->json ? oq_forms_json : oq_forms_spoken;
}

/* Whoever reads the pipe sees all that is known before more is waited for. */
static void
flush_before_wait(gpointer data)
{
	Printer *printer = data;
	oq_output_flush(&printer->output, NULL);
}

static gboolean
print_text(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Printer *printer = data;
	OqUtterance *utterance = &printer->utterance;
	printer->state.document = oq_cursor_document(cursor);
	printer->state.name = oq_document_path(printer->state.document, 0);
	if (printer->form == oq_forms_doubts)
		oq_document_count_lines(printer->state.document);
	if (printer->has_files)
		printer->state.file = oq_document_path(oq_cursor_document(cursor), 0);
	g_autoptr(GError) failure = NULL;
	printer->state.block = oq_cursor_block(cursor);
	while (oq_cursor_next(cursor, utterance, &failure)) {
		if (!printer->form(utterance, &printer->state, printer->output.pending, error) ||
			!oq_output_flush_full(&printer->output, error))
			return FALSE;
		*said |= utterance->words->len > 0;
	}
	if (failure == NULL)
		return oq_output_flush(&printer->output, error);
	oq_output_flush(&printer->output, NULL);
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
print_files(const OqCall *call, const OqReader *reader, OqPool *pool, GError **error)
{
	Printer printer = {.form = choose_form(call->options),
		.state = {.pool = pool,
			.style = call->settings->style,
			.stop = call->stop,
			.lexicon = oq_reader_lexicon(reader)}};
	g_auto(OqInputs) inputs = {NULL};
	if (!oq_inputs_init(&inputs, call, reader, error))
		return FALSE;
	inputs.wait = flush_before_wait;
	inputs.wait_data = &printer;
	printer.has_files = inputs.files[1] != NULL;
	g_autoptr(GArray) doubts = g_array_new(FALSE, FALSE, sizeof(OqDoubt));
	printer.state.doubts = doubts;
	oq_utterance_init(&printer.utterance);
	oq_output_init(&printer.output);
	gboolean whole = oq_inputs_each(&inputs, print_text, &printer, error);
	oq_output_clear(&printer.output);
	oq_utterance_clear(&printer.utterance);
	return oq_inputs_end(&inputs, whole, error);
}

gboolean
oq_command_text(const OqCall *call, GError **error)
{
	guint rate_hz;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	if (reader == NULL)
		return FALSE;
	g_autoptr(OqPool) pool =
		call->nursery != NULL ? oq_call_pool(call, reader, 1, &rate_hz, error) : NULL;
	return (call->nursery == NULL || pool != NULL) && print_files(call, reader, pool, error);
}
