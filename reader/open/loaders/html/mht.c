/* mht.c - see the header. */
#include "open/loaders/html/mht.h"

#include "open/loaders/html/html.h"
#include "open/loaders/html/html_tree.h"
#include "open/text_input.h"

#include <libxml/parser.h>
#include <string.h>

enum {
	MAX_FIELD_BYTES = 1 << 10,
	MAX_DEPTH = 8, /* of parts within parts */
};

/* A part of the file: what it is, and its bytes, in the file. */
typedef struct {
	char *type;
	char *charset;
	char *coding;
	const char *body;
	gsize n_body;
} Part;

static void
part_clear(Part *part)
{
	g_free(part->type);
	g_free(part->charset);
	g_free(part->coding);
	memset(part, 0, sizeof *part);
}

static OqFit
fit(const OqSample *sample)
{
	g_autofree char *head = g_ascii_strdown(sample->head, -1);
	const char *type = strstr(head, "content-type:");
	if (sample->archive != NULL || type == NULL || strstr(head, "mime-version:") == NULL)
		return OQ_FIT_NONE;
	return strstr(type, "multipart/related") != NULL ? OQ_FIT_SURE : OQ_FIT_NONE;
}

/* Returns: (transfer full) (nullable): the text of a header's field */
static char *
find_field(const char *header, const char *name)
{
	gsize length = strlen(name);
	for (const char *line = header; *line != '\0';) {
		if (g_ascii_strncasecmp(line, name, length) == 0 && line[length] == ':') {
			const char *text = line + length + 1 + strspn(line + length + 1, " \t");
			return g_strndup(text, MIN(strcspn(text, "\n"), MAX_FIELD_BYTES));
		}
		line += strcspn(line, "\n");
		line += *line == '\n';
	}
	return NULL;
}

/* Returns: (transfer full) (nullable): of name="value" or name=value */
static char *
find_parameter(const char *field, const char *name)
{
	g_autofree char *wanted = g_strconcat(name, "=", NULL);
	g_autofree char *plain = g_ascii_strdown(field, -1);
	const char *at = strstr(plain, wanted);
	if (at == NULL)
		return NULL;
	const char *value = field + (at - plain) + strlen(wanted);
	return *value == '"' ? g_strndup(value + 1, strcspn(value + 1, "\""))
			     : g_strndup(value, strcspn(value, "; \t\r\n"));
}

/* Behind the empty line that ends the header. */
static const char *
find_body(const char *text, const char *end)
{
	for (const char *line = text; line < end;) {
		const char *newline = memchr(line, '\n', (gsize)(end - line));
		if (newline == NULL)
			return end;
		if (newline == line || (newline == line + 1 && *line == '\r'))
			return newline + 1;
		line = newline + 1;
	}
	return end;
}

static void
unfold(char *header)
{
	for (char *p = header; *p != '\0'; p++)
		if ((*p == '\n' || *p == '\r') && (p[1] == ' ' || p[1] == '\t' || p[1] == '\n'))
			*p = ' ';
}

static Part
read_part(const char *text, const char *end)
{
	const char *body = find_body(text, end);
	g_autofree char *header = g_strndup(text, (gsize)(body - text));
	unfold(header);
	Part part = {.body = body, .n_body = (gsize)(end - body)};
	part.type = find_field(header, "content-type");
	part.coding = find_field(header, "content-transfer-encoding");
	if (part.type != NULL)
		part.charset = find_parameter(part.type, "charset");
	return part;
}

static const char *
find_bytes(const char *text, const char *end, const char *what)
{
	gsize length = strlen(what);
	while (text + length <= end) {
		const char *at = memchr(text, what[0], (gsize)(end - text) - length + 1);
		if (at == NULL || memcmp(at, what, length) == 0)
			return at;
		text = at + 1;
	}
	return NULL;
}

static gboolean
is_type(const Part *part, const char *type)
{
	return part->type != NULL && g_ascii_strncasecmp(part->type, type, strlen(type)) == 0;
}

static gboolean find_page(
	const char *text, const char *end, const char *boundary, guint depth, Part *page);

/* In the parts of a part. */
static gboolean
find_inner_page(const Part *part, guint depth, Part *page)
{
	g_autofree char *boundary = depth < MAX_DEPTH && is_type(part, "multipart/")
					    ? find_parameter(part->type, "boundary")
					    : NULL;
	return boundary != NULL && *boundary != '\0' &&
	       find_page(part->body, part->body + part->n_body, boundary, depth + 1, page);
}

/* The first part that is HTML; FALSE: there is none. */
static gboolean
find_page(const char *text, const char *end, const char *boundary, guint depth, Part *page)
{
	g_autofree char *mark = g_strconcat("--", boundary, NULL);
	const char *start = find_bytes(text, end, mark);
	while (start != NULL) {
		const char *line = memchr(start, '\n', (gsize)(end - start));
		const char *inner = line != NULL ? line + 1 : end;
		const char *next = find_bytes(inner, end, mark);
		Part part = read_part(inner, next != NULL ? next : end);
		if (is_type(&part, "text/html")) {
			*page = part;
			return TRUE;
		}
		gboolean is_found = find_inner_page(&part, depth, page);
		part_clear(&part);
		if (is_found)
			return TRUE;
		start = next;
	}
	return FALSE;
}

static GString *
undo_quoted(const char *bytes, gsize n_bytes)
{
	GString *plain = g_string_sized_new(n_bytes);
	for (gsize i = 0; i < n_bytes; i++) {
		if (bytes[i] != '=') {
			g_string_append_c(plain, bytes[i]);
			continue;
		}
		gsize n_left = n_bytes - i - 1;
		int high = n_left > 0 ? g_ascii_xdigit_value(bytes[i + 1]) : -1;
		int low = n_left > 1 ? g_ascii_xdigit_value(bytes[i + 2]) : -1;
		if (high >= 0 && low >= 0) {
			g_string_append_c(plain, (char)(high << 4 | low));
			i += 2;
		} else if (n_left > 0 && (bytes[i + 1] == '\n' || bytes[i + 1] == '\r')) {
			i += n_left > 1 && bytes[i + 1] == '\r' && bytes[i + 2] == '\n' ? 2 : 1;
		} else {
			g_string_append_c(plain, '=');
		}
	}
	return plain;
}

static GString *
undo_base64(const char *bytes, gsize n_bytes)
{
	g_autofree char *text = g_strndup(bytes, n_bytes);
	gsize n_plain = 0;
	g_autofree guchar *plain = g_base64_decode(text, &n_plain);
	return g_string_new_len((const char *)plain, (gssize)n_plain);
}

static GString *
undo_coding(const Part *part)
{
	const char *coding = part->coding != NULL ? part->coding : "";
	if (g_ascii_strncasecmp(coding, "quoted-printable", 16) == 0)
		return undo_quoted(part->body, part->n_body);
	if (g_ascii_strncasecmp(coding, "base64", 6) == 0)
		return undo_base64(part->body, part->n_body);
	return g_string_new_len(part->body, (gssize)part->n_body);
}

static gboolean
load_page(const OqOpenJob *job, const Part *part, OqBlockWriter *out, GError **error)
{
	GString *bytes = undo_coding(part);
	g_autofree char *declared = part->charset != NULL
					    ? g_strdup(part->charset)
					    : oq_html_tree_declared(bytes->str, bytes->len);
	GString *text =
		oq_text_input_decode(bytes->str, bytes->len, job->encoding, declared, error);
	g_string_free(bytes, TRUE);
	if (text == NULL)
		return FALSE;
	gboolean is_loaded = oq_html_load(job, text->str, text->len, out, error);
	g_string_free(text, TRUE);
	return is_loaded;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return FALSE;
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes);
	const char *text = data != NULL ? data : "", *end = text + n_bytes;
	Part whole = n_bytes > 0 ? read_part(text, end) : (Part){NULL, NULL, NULL, NULL, 0};
	Part page = {NULL, NULL, NULL, NULL, 0};
	gboolean is_found = find_inner_page(&whole, 0, &page);
	gboolean is_loaded = is_found && load_page(job, &page, out, error);
	if (!is_found)
		g_set_error_literal(
			error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "MHTML: no page in it");
	part_clear(&whole);
	part_clear(&page);
	return is_loaded;
}

const OqLoader oq_loader_mht = {"mht", fit, xmlInitParser, load};
