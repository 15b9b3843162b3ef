/* output.c - see the header. */
#include "cli/output.h"
#include "base/files/writing.h"
#include "base/reason.h"
#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define BLOCK_BYTES (64 * 1024)

G_DEFINE_QUARK(oq - output - error - quark, oq_output_error)

void
oq_output_init(OqOutput *output)
{
	output->pending = g_string_sized_new(BLOCK_BYTES);
	output->failure = 0;
}

void
oq_output_clear(OqOutput *output)
{
	g_string_free(output->pending, TRUE);
	output->pending = NULL;
}

static void
write_all(OqOutput *output)
{
	const GString *pending = output->pending;
	if (output->failure == 0 && !oq_writing_all(STDOUT_FILENO, pending->str, pending->len))
		output->failure = errno;
	g_string_truncate(output->pending, 0);
}

gboolean
oq_output_flush(OqOutput *output, GError **error)
{
	write_all(output);
	if (output->failure == 0)
		return TRUE;
	g_set_error(error, OQ_OUTPUT_ERROR,
		output->failure == EPIPE ? OQ_OUTPUT_ERROR_CLOSED : OQ_OUTPUT_ERROR_FAILED,
		_("standard output cannot be written: %s"), oq_reason(output->failure));
	return FALSE;
}

gboolean
oq_output_flush_full(OqOutput *output, GError **error)
{
	return output->pending->len < BLOCK_BYTES || oq_output_flush(output, error);
}

gboolean
oq_output_print(const char *text, GError **error)
{
	g_auto(OqOutput) output;
	oq_output_init(&output);
	g_string_append(output.pending, text);
	return oq_output_flush(&output, error);
}
