/* command_render.c - oqyrman render: files as audio. */
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/plan.h"
#include "cli/rundown.h"
#include "cli/write.h"
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
	const OqCall *call;
	const OqReader *reader;
	OqInputs *inputs; /* of all texts */
	GPtrArray *outputs;
	OqShowing showing;
} Batch;

/* The program has chosen the name, so it is told. */
static gboolean
tell_name(const OqCall *call, const char *written, GError **error)
{
	const OqOptions *options = call->options;
	g_autofree char *line = g_strconcat(written, "\n", NULL);
	gboolean is_chosen = options->number || options->each != NULL;

	return !is_chosen || options->quiet || oq_output_print(line, error);
}

static gboolean
write_output(Batch *batch, const OqPlanned *output, OqInputs *inputs, GError **error)
{
	const OqOptions *options = batch->call->options;
	const OqOrder order = {.output = output->path,
		.taken = oq_plan_taken(options),
		.key = output->key,
		.is_one_of_many = batch->outputs->len > 1};
	g_autofree char *written = NULL;

	return oq_write_files(inputs->call, batch->reader, inputs, &order, &batch->showing,
		       &written, error) &&
	       tell_name(batch->call, written, error);
}

static gboolean
write_own(Batch *batch, const OqPlanned *output, GError **error)
{
	OqCall call = *batch->call;
	g_auto(OqInputs) inputs = {NULL};

	call.words = output->files;
	if (output->key != NULL && oq_journal_is_noted(output->path, output->key))
		return TRUE;
	gboolean whole = oq_inputs_init(&inputs, &call, batch->reader, error);
	inputs.order = batch->inputs->order;
	inputs.first_item = output->first_item;
	inputs.title = output->title;
	whole = whole && write_output(batch, output, &inputs, error);
	if (inputs.notes != NULL)
		oq_inputs_say_notes(&inputs);
	return whole;
}

/* What is wrong with one text is no reason to leave out the others. */
static gboolean
write_each(Batch *batch, GError **error)
{
	g_autoptr(GError) failure = NULL;

	for (guint i = 0; i < batch->outputs->len; i++) {
		g_autoptr(GError) why = NULL;
		if (write_own(batch, g_ptr_array_index(batch->outputs, i), &why))
			continue;
		if (failure != NULL)
			oq_messages_say(failure->message);
		g_clear_error(&failure);
		failure = g_steal_pointer(&why);
		if (g_cancellable_is_cancelled(batch->call->stop))
			break;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
write_all(Batch *batch, GError **error)
{
	const OqPlanned *first = g_ptr_array_index(batch->outputs, 0);

	oq_showing_init(&batch->showing, batch->inputs);
	gboolean is_one = batch->outputs->len == 1;
	batch->inputs->title = first->title;
	gboolean whole = is_one ? write_output(batch, first, batch->inputs, error)
				: write_each(batch, error);
	if (whole)
		oq_showing_sum(&batch->showing);
	oq_showing_end(&batch->showing);
	for (guint i = 0; i < batch->outputs->len && whole && !is_one; i++) {
		const OqPlanned *output = g_ptr_array_index(batch->outputs, i);
		if (output->key != NULL)
			oq_journal_forget(output->path);
	}
	return whole;
}

/* For whoever waits, at whatever terminal that is. */
static void
ring(const OqCall *call)
{
	FILE *terminal = call->options->bell ? fopen("/dev/tty", "we") : NULL;

	if (terminal == NULL)
		return;
	fputc('\a', terminal);
	fclose(terminal);
}

static gboolean
write_inputs(const OqCall *call, const OqReader *reader, OqInputs *inputs, GError **error)
{
	g_autoptr(GPtrArray) outputs = oq_plan_new(inputs, error);
	Batch batch = {.call = call, .reader = reader, .inputs = inputs, .outputs = outputs};
	gboolean whole = outputs != NULL && write_all(&batch, error);

	oq_inputs_say_notes(inputs);
	ring(call);
	return whole;
}

gboolean
oq_command_render(const OqCall *call, GError **error)
{
	g_autoptr(OqRunningOrder) order = NULL;
	OqCall own = *call; /* with the texts of a list as its words */
	if (!oq_rundown_check(call, error) || !oq_plan_check(call, error))
		return FALSE;
	if (call->options->list != NULL && (order = oq_rundown_order(call, error)) == NULL)
		return FALSE;
	g_auto(GStrv) listed = order != NULL ? oq_rundown_words(order) : NULL;
	if (listed != NULL)
		own.words = listed;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, &own, reader, error))
		return FALSE;
	inputs.order = order;
	return write_inputs(&own, reader, &inputs, error);
}
