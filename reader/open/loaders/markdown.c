/* markdown.c - see the header. */
#include "open/loaders/markdown.h"

#include "open/table_text.h"
#include "open/text_input.h"

#include <cmark.h>
#include <string.h>

typedef struct {
	OqBlockWriter *out;
	guint depth;     /* of lists */
	guint in_quotes; /* quotations around */
} Walk;

static OqFit
fit(const OqSample *sample)
{
	const char *extension = sample->job->extension;
	return strcmp(extension, "md") == 0 || strcmp(extension, "markdown") == 0 ? OQ_FIT_EXTENSION
										  : OQ_FIT_NONE;
}

static void
begin(const Walk *walk, OqBlockKind kind, guint level)
{
	if (kind == OQ_BLOCK_PARAGRAPH && walk->depth > 0)
		oq_block_writer_begin(walk->out, OQ_BLOCK_ITEM, walk->depth, NULL);
	else if (kind == OQ_BLOCK_PARAGRAPH && walk->in_quotes > 0)
		oq_block_writer_begin(walk->out, OQ_BLOCK_QUOTE, 0, NULL);
	else
		oq_block_writer_begin(walk->out, kind, level, NULL);
}

/* Code is read as it stands, line by line. */
static void
put_code(const Walk *walk, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	begin(walk, OQ_BLOCK_PARAGRAPH, 0);
	for (guint i = 0; lines[i] != NULL; i++) {
		oq_block_writer_text(walk->out, lines[i], -1);
		oq_block_writer_break(walk->out);
	}
	oq_block_writer_end(walk->out);
}

/* The text of the lines of a paragraph, as they stood. */
static char *
lines_of(cmark_node *paragraph)
{
	GString *text = g_string_new(NULL);
	for (cmark_node *node = cmark_node_first_child(paragraph); node != NULL;
		node = cmark_node_next(node)) {
		const char *literal = cmark_node_get_literal(node);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			g_string_append_c(text, '\n');
		else if (literal != NULL)
			g_string_append(text, literal);
		else if (cmark_node_first_child(node) != NULL) {
			g_autofree char *inner = lines_of(node);
			g_string_append(text, inner);
		}
	}
	return g_string_free(text, FALSE);
}

static gboolean
is_rule(const char *line)
{
	return strchr(line, '-') != NULL && line[strspn(line, "|:- \t")] == '\0';
}

static void
put_row(OqTableText *rows, char *line)
{
	g_strstrip(line);
	char *cell = line + (*line == '|');
	while (*cell != '\0') {
		gsize n = strcspn(cell, "|");
		oq_table_text_add(rows, cell, (gssize)n);
		oq_table_text_end_cell(rows);
		cell += n + (cell[n] == '|');
	}
	oq_table_text_end_row(rows, FALSE);
}

/* A paragraph whose second line is a table's rule is one. */
static gboolean
put_table(const Walk *walk, cmark_node *paragraph)
{
	g_autofree char *text = lines_of(paragraph);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	if (lines[0] == NULL || lines[1] == NULL || strchr(lines[0], '|') == NULL ||
		!is_rule(lines[1]))
		return FALSE;
	g_autoptr(OqTableText) rows = oq_table_text_new(walk->out, TRUE);
	for (guint i = 0; lines[i] != NULL; i++)
		if (i != 1)
			put_row(rows, lines[i]);
	return TRUE;
}

static void
enter(Walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		begin(walk, OQ_BLOCK_HEADING, (guint)cmark_node_get_heading_level(node));
		break;
	case CMARK_NODE_PARAGRAPH:
		begin(walk, OQ_BLOCK_PARAGRAPH, 0);
		break;
	case CMARK_NODE_LIST:
		walk->depth++;
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->in_quotes++;
		break;
	case CMARK_NODE_CODE_BLOCK:
		put_code(walk, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		oq_block_writer_text(walk->out, cmark_node_get_literal(node), -1);
		break;
	case CMARK_NODE_SOFTBREAK:
		oq_block_writer_text(walk->out, " ", 1);
		break;
	case CMARK_NODE_LINEBREAK:
		oq_block_writer_break(walk->out);
		break;
	default: /* HTML is markup, and an image's description is text within it */
		break;
	}
}

static void
leave(Walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
	case CMARK_NODE_PARAGRAPH:
		oq_block_writer_end(walk->out);
		break;
	case CMARK_NODE_LIST:
		walk->depth--;
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->in_quotes--;
		break;
	default:
		break;
	}
}

static void
walk_tree(OqBlockWriter *out, cmark_node *root)
{
	Walk walk = {.out = out};
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE &&
		!oq_block_writer_is_closed(out)) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_EXIT)
			leave(&walk, node);
		else if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
			 put_table(&walk, node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		else
			enter(&walk, node);
	}
	cmark_iter_free(iter);
}

/* "title: …" between two lines of "---" at the beginning: what programs write there for others. */
static const char *
skip_front_matter(OqBlockWriter *out, const char *text)
{
	if (!g_str_has_prefix(text, "---\n") && !g_str_has_prefix(text, "---\r\n"))
		return text;
	const char *end = strstr(text + 3, "\n---");
	if (end == NULL)
		return text;
	g_autofree char *front = g_strndup(text, (gsize)(end - text));
	g_auto(GStrv) lines = g_strsplit(front, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		char *value = strchr(lines[i], ':');
		if (value == NULL)
			continue;
		*value++ = '\0';
		g_strdelimit(value, "\"\r", ' ');
		if (strcmp(lines[i], "title") == 0)
			oq_block_writer_tell(out, OQ_WIRE_TITLE, value);
		else if (strcmp(lines[i], "author") == 0)
			oq_block_writer_tell(out, OQ_WIRE_AUTHOR, value);
		else if (strcmp(lines[i], "lang") == 0)
			oq_block_writer_tell(out, OQ_WIRE_LANGUAGE, value);
	}
	end = strchr(end + 1, '\n');
	return end != NULL ? end + 1 : "";
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
	const char *body = skip_front_matter(out, text->str);
	cmark_node *root = cmark_parse_document(
		body, strlen(body), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	walk_tree(out, root);
	cmark_node_free(root);
	return TRUE;
}

const OqLoader oq_loader_markdown = {.name = "markdown", .fit = fit, .load = load};
