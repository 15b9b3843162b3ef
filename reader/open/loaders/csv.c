/* csv.c - see the header. RFC 4180, and what spreadsheets make of it. */
#include "open/loaders/csv.h"

#include "open/table_text.h"
#include "open/text_input.h"

#include <string.h>

enum { SHARE_BYTES = 65536 };

static OqFit
fit(const OqSample *sample)
{
	const char *extension = sample->job->extension;
	return strcmp(extension, "csv") == 0 || strcmp(extension, "tsv") == 0 ? OQ_FIT_EXTENSION
									      : OQ_FIT_NONE;
}

/* The mark that parts most values of the first line, outside quotation marks. */
static char
divider_of(const char *text)
{
	static const char marks[] = ",;\t|";
	guint n[sizeof marks] = {0}, best = 0;
	gboolean in_quotes = FALSE;
	for (const char *p = text; *p != '\0' && (in_quotes || *p != '\n'); p++) {
		const char *mark = strchr(marks, *p);
		in_quotes ^= *p == '"';
		if (mark != NULL && !in_quotes)
			n[mark - marks]++;
	}
	for (guint i = 1; i < sizeof marks - 1; i++)
		best = n[i] > n[best] ? i : best;
	return marks[best];
}

/* A value in quotation marks, two of which are one; behind it. */
static const char *
put_quoted(OqTableText *rows, const char *p)
{
	for (p++; *p != '\0'; p++) {
		if (*p == '"' && *++p != '"')
			return p;
		oq_table_text_add(rows, *p == '\n' || *p == '\r' ? " " : p, 1);
	}
	return p;
}

static const char *
put_value(OqTableText *rows, const char *p, char divider)
{
	const char ends[] = {divider, '\r', '\n', '\0'};
	while (*p == ' ')
		p++;
	if (*p == '"')
		p = put_quoted(rows, p);
	gsize n = strcspn(p, ends);
	oq_table_text_add(rows, p, (gssize)n);
	oq_table_text_end_cell(rows);
	return p + n;
}

static void
put_rows(OqBlockWriter *out, const char *text, gsize n_bytes)
{
	char divider = divider_of(text);
	g_autoptr(OqTableText) rows = oq_table_text_new(out, TRUE);
	gsize told = 0;
	for (const char *p = text; *p != '\0' && !oq_block_writer_is_closed(out);) {
		p = put_value(rows, p, divider);
		if (*p == divider) {
			p++;
			continue;
		}
		p += strspn(p, "\r\n");
		oq_table_text_end_row(rows, FALSE);
		if ((gsize)(p - text) < told + SHARE_BYTES)
			continue;
		told = (gsize)(p - text);
		oq_block_writer_share(out, told, n_bytes);
	}
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return FALSE;
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes);
	g_autoptr(GString) text = oq_text_input_decode(data, n_bytes, job->encoding, NULL, error);
	if (text == NULL)
		return FALSE;
	put_rows(out, text->str, text->len);
	return TRUE;
}

const OqLoader oq_loader_csv = {.name = "csv", .fit = fit, .load = load};
