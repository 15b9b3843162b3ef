/* mime.c - see the header. */
#include "open/loaders/mail/mime.h"

#include "open/text_input.h"

#include <string.h>

enum {
	MAX_FIELD_BYTES = 1 << 10,
	MAX_DEPTH = 8,   /* of parts within parts */
	MAX_PIECES = 16, /* of a name */
};

void
oq_mime_part_clear(OqMimePart *part)
{
	g_free(part->header);
	g_free(part->type);
	g_free(part->charset);
	g_free(part->coding);
	memset(part, 0, sizeof *part);
}

char *
oq_mime_field(const char *header, const char *name)
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

char *
oq_mime_parameter(const char *field, const char *name)
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

OqMimePart
oq_mime_read(const char *text, const char *end)
{
	const char *body = find_body(text, end);
	OqMimePart part = {.body = body, .n_body = (gsize)(end - body)};
	part.header = g_strndup(text, (gsize)(body - text));
	unfold(part.header);
	part.type = oq_mime_field(part.header, "content-type");
	part.coding = oq_mime_field(part.header, "content-transfer-encoding");
	if (part.type != NULL)
		part.charset = oq_mime_parameter(part.type, "charset");
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

gboolean
oq_mime_is_type(const OqMimePart *part, const char *type)
{
	return part->type != NULL && g_ascii_strncasecmp(part->type, type, strlen(type)) == 0;
}

/** A search, and where it is. */
typedef struct {
	OqMimeJudge judge;
	gpointer data;
	OqMimePart *found;
	guint depth;
} Search;

static gboolean search(Search *search, OqMimePart *part);

static gboolean
search_parts(Search *all, const char *text, const char *end, const char *boundary)
{
	g_autofree char *mark = g_strconcat("--", boundary, NULL);
	gboolean is_found = FALSE;
	const char *start = find_bytes(text, end, mark);
	while (start != NULL && !is_found) {
		const char *line = memchr(start, '\n', (gsize)(end - start));
		const char *inner = line != NULL ? line + 1 : end;
		const char *next = find_bytes(inner, end, mark);
		OqMimePart part = oq_mime_read(inner, next != NULL ? next : end);
		is_found = search(all, &part);
		oq_mime_part_clear(&part);
		start = next;
	}
	return is_found;
}

/* What is found is taken out of @part. */
static gboolean
search(Search *all, OqMimePart *part)
{
	if (!oq_mime_is_type(part, "multipart/")) {
		if (!all->judge(part, all->data))
			return FALSE;
		*all->found = *part;
		memset(part, 0, sizeof *part);
		return TRUE;
	}
	g_autofree char *boundary = oq_mime_parameter(part->type, "boundary");
	if (boundary == NULL || *boundary == '\0' || all->depth > MAX_DEPTH)
		return FALSE;
	all->depth++;
	gboolean is_found = search_parts(all, part->body, part->body + part->n_body, boundary);
	all->depth--;
	return is_found;
}

gboolean
oq_mime_find(const OqMimePart *whole, OqMimeJudge judge, gpointer data, OqMimePart *found)
{
	Search all = {judge, data, found, 0};
	OqMimePart copy = {g_strdup(whole->header), g_strdup(whole->type), g_strdup(whole->charset),
		g_strdup(whole->coding), whole->body, whole->n_body};
	gboolean is_found = search(&all, &copy);
	oq_mime_part_clear(&copy);
	return is_found;
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

GString *
oq_mime_bytes(const OqMimePart *part)
{
	const char *coding = part->coding != NULL ? part->coding : "";
	if (g_ascii_strncasecmp(coding, "quoted-printable", 16) == 0)
		return undo_quoted(part->body, part->n_body);
	if (g_ascii_strncasecmp(coding, "base64", 6) == 0)
		return undo_base64(part->body, part->n_body);
	return g_string_new_len(part->body, (gssize)part->n_body);
}

static void
append_decoded(GString *out, const GString *bytes, const char *charset)
{
	GString *text = oq_text_input_decode(bytes->str, bytes->len, NULL, charset, NULL);
	if (text == NULL)
		return;
	g_string_append(out, text->str);
	g_string_free(text, TRUE);
}

/* =?charset?B?…?= or =?charset?Q?…?=, in which a blank is _. Returns: its end; NULL: it is none. */
static const char *
append_word(GString *out, const char *p)
{
	g_auto(GStrv) parts = g_str_has_prefix(p, "=?") ? g_strsplit(p + 2, "?", 4) : NULL;
	if (parts == NULL || g_strv_length(parts) < 4 || *parts[3] != '=')
		return NULL;
	gboolean is_base64 = g_ascii_strcasecmp(parts[1], "b") == 0;
	gsize n = strlen(parts[2]);
	GString *bytes = is_base64 ? undo_base64(parts[2], n)
				   : undo_quoted(g_strdelimit(parts[2], "_", ' '), n);
	append_decoded(out, bytes, parts[0]);
	g_string_free(bytes, TRUE);
	return p + 2 + strlen(parts[0]) + 1 + strlen(parts[1]) + 1 + n + 2;
}

/* Blanks between two words are none of the text. */
static gboolean
are_blanks(const char *text)
{
	return text[strspn(text, " \t\r")] == '\0';
}

char *
oq_mime_words(const char *field)
{
	g_autoptr(GString) plain = g_string_new(NULL), word = g_string_new(NULL);
	gsize n_last = G_MAXSIZE; /* bytes to the end of the last word */
	for (const char *p = field, *end; *p != '\0'; p = end) {
		g_string_truncate(word, 0);
		end = append_word(word, p);
		if (end == NULL) {
			end = p + 1;
			g_string_append_c(plain, *p);
			continue;
		}
		if (n_last <= plain->len && are_blanks(plain->str + n_last))
			g_string_truncate(plain, n_last);
		g_string_append(plain, word->str);
		n_last = plain->len;
	}
	GString *out = g_string_new(NULL);
	append_decoded(out, plain, NULL);
	return g_strstrip(g_string_free(out, FALSE));
}

/* (transfer full): in pieces, too. */
static char *
join_pieces(const char *field, const char *name)
{
	GString *whole = g_string_new(NULL);
	for (guint i = 0; i < MAX_PIECES; i++) {
		g_autofree char *coded = g_strdup_printf("%s*%u*", name, i);
		g_autofree char *plain = g_strdup_printf("%s*%u", name, i);
		g_autofree char *piece = oq_mime_parameter(field, coded);
		if (piece == NULL)
			piece = oq_mime_parameter(field, plain);
		if (piece == NULL)
			break;
		g_string_append(whole, piece);
	}
	return g_string_free(whole, FALSE);
}

char *
oq_mime_name(const char *field, const char *name)
{
	g_autofree char *star = g_strconcat(name, "*", NULL);
	g_autofree char *simple = oq_mime_parameter(field, name);
	g_autofree char *whole = oq_mime_parameter(field, star);
	if (whole == NULL)
		whole = join_pieces(field, name);
	char *quote = strchr(whole, '\''), *text = quote != NULL ? strchr(quote + 1, '\'') : NULL;
	if (text == NULL) /* no encoding is named */
		return simple != NULL ? oq_mime_words(simple) : NULL;
	*quote = '\0';
	g_strdelimit(text, "%", '=');
	GString *bytes = undo_quoted(text + 1, strlen(text + 1)), *out = g_string_new(NULL);
	append_decoded(out, bytes, whole);
	g_string_free(bytes, TRUE);
	return g_string_free(out, FALSE);
}
