/* batch.c - see the header. */
#include "cli/batch.h"

#include "base/line.h"
#include "base/processes/crew.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/write.h"

#include <unistd.h>

/* More at a time would cost memory and open files, and gain nothing. */
#define MAX_AT_A_TIME 16

/** One of the files. */
typedef struct {
	const OqPlanned *output;
	OqTelling telling;
	char *written; /* (nullable): the name that it has got */
	GError *failure;
} Piece;

typedef struct {
	const OqBatch *batch;
	Piece *pieces; /* as many as outputs */
	gint n_free;   /* children that may speak, besides one for each file that is made */
} Work;

static gboolean
write_output(const OqBatch *batch, Piece *piece, OqInputs *inputs, GError **error)
{
	const OqPlanned *output = piece->output;
	const OqOrder order = {.output = output->path,
		.taken = oq_plan_taken(batch->call->options),
		.key = output->key,
		.is_one_of_many = batch->outputs->len > 1};

	return oq_write_files(inputs->call, batch->reader, inputs, &order, batch->showing,
		&piece->written, error);
}

/* With its own inputs, whose notes are said in any case. */
static gboolean
write_own(const OqBatch *batch, const OqCall *call, Piece *piece, GError **error)
{
	g_auto(OqInputs) inputs = {NULL};
	gboolean whole = oq_inputs_init(&inputs, call, batch->reader, error);

	inputs.order = batch->inputs->order;
	inputs.first_item = piece->output->first_item;
	inputs.title = piece->output->title;
	whole = whole && write_output(batch, piece, &inputs, error);
	return oq_inputs_end(&inputs, whole, error);
}

/* An OqCrewWork. */
static void
write_piece(guint index, gpointer data)
{
	Work *work = data;
	Piece *piece = &work->pieces[index];
	const OqPlanned *output = piece->output;
	OqCall call = *work->batch->call;

	if (output->key != NULL && oq_journal_is_noted(output->path, output->key))
		return;
	call.words = output->files;
	call.telling = &piece->telling;
	call.n_free = &work->n_free;
	write_own(work->batch, &call, piece, &piece->failure);
}

/* An OqCrewLeave: the child that its files had is there for the others. */
static void
leave(gpointer data)
{
	Work *work = data;

	g_atomic_int_inc(&work->n_free);
}

/* Which number a name gets depends on the files that are there, so these are made in order. */
static guint
count_at_a_time(const OqBatch *batch)
{
	guint n_jobs = oq_settings_n_jobs(batch->call->settings);

	return batch->call->options->number ? 1
					    : MIN(MIN(n_jobs, batch->outputs->len), MAX_AT_A_TIME);
}

static void
init_work(Work *work, const OqBatch *batch)
{
	guint n_jobs = oq_settings_n_jobs(batch->call->settings);

	*work = (Work){.batch = batch, .pieces = g_new0(Piece, batch->outputs->len)};
	work->n_free = (gint)(n_jobs - count_at_a_time(batch));
	for (guint i = 0; i < batch->outputs->len; i++) {
		work->pieces[i].output = g_ptr_array_index(batch->outputs, i);
		oq_telling_init(&work->pieces[i].telling);
	}
}

static void
clear_work(Work *work)
{
	for (guint i = 0; i < work->batch->outputs->len; i++) {
		oq_telling_clear(&work->pieces[i].telling);
		g_clear_error(&work->pieces[i].failure);
		g_free(work->pieces[i].written);
	}
	g_free(work->pieces);
}

/* Its turn has come. */
static gboolean
take_piece(OqCrew *crew, Work *work, guint index, GError **error)
{
	Piece *piece = &work->pieces[index];

	oq_telling_open(&piece->telling);
	oq_crew_wait(crew, index);
	if (piece->failure == NULL)
		return oq_batch_tell_name(work->batch->call, piece->written, error);
	g_propagate_error(error, g_steal_pointer(&piece->failure));
	return FALSE;
}

static GError *
take_pieces(OqCrew *crew, Work *work)
{
	g_autoptr(GError) failure = NULL;

	for (guint i = 0; i < work->batch->outputs->len; i++) {
		g_autoptr(GError) why = NULL;
		if (take_piece(crew, work, i, &why))
			continue;
		if (failure != NULL)
			oq_messages_say(failure->message);
		g_clear_error(&failure);
		failure = g_steal_pointer(&why);
		if (g_cancellable_is_cancelled(work->batch->call->stop))
			break;
	}
	return g_steal_pointer(&failure);
}

gboolean
oq_batch_tell_name(const OqCall *call, const char *written, GError **error)
{
	const OqOptions *options = call->options;
	gboolean is_chosen = options->number || options->each != NULL;

	if (!is_chosen || options->quiet || written == NULL)
		return TRUE;
	g_autofree char *shown = isatty(STDOUT_FILENO) ? oq_line_shown(written) : g_strdup(written);
	g_autofree char *line = g_strconcat(shown, "\n", NULL);
	return oq_output_print(line, error);
}

gboolean
oq_batch_write(const OqBatch *batch, GError **error)
{
	Work work;
	init_work(&work, batch);
	OqCrew *crew =
		oq_crew_new(count_at_a_time(batch), batch->outputs->len, write_piece, leave, &work);
	GError *failure = take_pieces(crew, &work);

	oq_crew_free(crew);
	clear_work(&work);
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, failure);
	return FALSE;
}
