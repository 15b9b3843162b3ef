/* command_render.c - oqyrman render: files as audio. */
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/rundown.h"
#include "cli/write.h"
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* With one output all texts are that one. */
static gboolean
write_outputs(const OqBatch *batch, GError **error)
{
	const OqPlanned *first = g_ptr_array_index(batch->outputs, 0);
	const OqOptions *options = batch->call->options;
	const OqOrder order = {
		.output = first->path, .taken = oq_plan_taken(options), .key = first->key};
	g_autofree char *written = NULL;

	if (batch->outputs->len > 1)
		return oq_batch_write(batch, error);
	batch->inputs->title = first->title;
	return oq_write_files(batch->call, batch->reader, batch->inputs, &order, batch->showing,
		       &written, error) &&
	       oq_batch_tell_name(batch->call, written, error);
}

/* The journals are of use until all is whole. */
static void
forget(const OqBatch *batch)
{
	for (guint i = 0; i < batch->outputs->len; i++) {
		const OqPlanned *output = g_ptr_array_index(batch->outputs, i);
		if (output->key != NULL)
			oq_journal_forget(output->path);
	}
}

static gboolean
write_all(OqBatch *batch, GError **error)
{
	OqShowing showing;

	oq_showing_init(&showing, batch->inputs);
	batch->showing = &showing;
	gboolean whole = write_outputs(batch, error);
	if (whole)
		oq_showing_sum(&showing);
	oq_showing_end(&showing);
	if (whole && batch->outputs->len > 1)
		forget(batch);
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
	OqBatch batch = {.call = call, .reader = reader, .inputs = inputs, .outputs = outputs};
	gboolean whole = outputs != NULL && write_all(&batch, error);

	whole = oq_inputs_end(inputs, whole, error);
	ring(call);
	return whole;
}

/* A list that was meant as one would be read out, with all that stands in it. */
static void
note_lists(OqInputs *inputs)
{
	for (char **file = inputs->files; *file != NULL && inputs->order == NULL; file++) {
		if (!oq_running_order_seems(*file))
			continue;
		g_autofree char *name = g_filename_display_name(*file);
		g_ptr_array_add(inputs->notes,
			g_strdup_printf(_("%s looks like a list of texts, and was read as a text; "
					  "for the texts in it: oqyrman render --list %s"),
				name, name));
	}
}

gboolean
oq_command_render(const OqCall *call, GError **error)
{
	g_autoptr(OqRunningOrder) order = NULL;
	g_auto(GStrv) listed = NULL;
	OqCall own = *call; /* with the texts of a list as its words */
	if (!oq_rundown_check(call, error) || !oq_plan_check(call, error) ||
		!oq_rundown_read(&own, &order, &listed, error))
		return FALSE;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, &own, reader, error))
		return FALSE;
	inputs.order = order;
	note_lists(&inputs);
	return write_inputs(&own, reader, &inputs, error);
}
