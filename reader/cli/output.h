/* output.h - what a command prints on standard output, in blocks. */
#pragma once

#include <glib.h>

#define OQ_OUTPUT_ERROR (oq_output_error_quark())
GQuark oq_output_error_quark(void);

typedef enum {
	OQ_OUTPUT_ERROR_CLOSED, /* whoever read the other end of the pipe has had enough */
	OQ_OUTPUT_ERROR_FAILED, /* a full disk, no standard output */
} OqOutputError;

typedef struct {
	GString *pending; /* append to it, UTF-8 */
	int failure;      /* errno of the write that failed, or 0 */
} OqOutput;

void oq_output_init(OqOutput *output);
void oq_output_clear(OqOutput *output);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqOutput, oq_output_clear)

/** oq_output_flush: writes what is pending; once it has failed, it goes on failing. */
gboolean oq_output_flush(OqOutput *output, GError **error);

/** oq_output_flush_full: the same, when enough is pending to be worth it. */
gboolean oq_output_flush_full(OqOutput *output, GError **error);

/** oq_output_print: prints a text that is whole. */
gboolean oq_output_print(const char *text, GError **error);
