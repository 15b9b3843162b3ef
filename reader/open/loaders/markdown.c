/* markdown.c - see the header. */
#include "open/loaders/markdown.h"

#include "open/loaders/markdown_notes.h"
#include "open/loaders/markdown_parts.h"
#include "open/numbering.h"
#include "open/table_text.h"
#include "open/text_input.h"

#include <cmark.h>
#include <string.h>

typedef struct {
	OqBlockWriter *out;
	guint depth;      /* of lists */
	guint in_quotes;  /* quotations around */
	cmark_node *list; /* nullable: … whose item has a number that is still to be said: */
	gint64 number;
	OqMarkdownNotes *notes;
} Walk;

static OqFit
fit(const OqSample *sample)
{
	const char *extension = sample->job->extension;
	return strcmp(extension, "md") == 0 || strcmp(extension, "markdown") == 0 ? OQ_FIT_EXTENSION
										  : OQ_FIT_NONE;
}

/* A list keeps the number of its next item. */
static void
enter_item(Walk *walk, cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item);
	walk->list = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? list : NULL;
	walk->number =
		cmark_node_get_list_start(list) + GPOINTER_TO_INT(cmark_node_get_user_data(list));
	cmark_node_set_user_data(
		list, GINT_TO_POINTER(GPOINTER_TO_INT(cmark_node_get_user_data(list)) + 1));
}

/* "3." or "3)", as it is written in front of the list. */
static void
put_number(Walk *walk)
{
	if (walk->list == NULL)
		return;
	g_autoptr(GString) label = g_string_new(NULL);
	oq_numbering_append(label, OQ_NUMBERING_DECIMAL, FALSE, walk->number);
	g_string_append(
		label, cmark_node_get_list_delim(walk->list) == CMARK_PAREN_DELIM ? ") " : ". ");
	oq_block_writer_text(walk->out, label->str, (gssize)label->len);
	walk->list = NULL;
}

static void
begin(Walk *walk, OqBlockKind kind, guint level)
{
	if (kind == OQ_BLOCK_PARAGRAPH && walk->depth > 0)
		oq_block_writer_begin(walk->out, OQ_BLOCK_ITEM, walk->depth, NULL);
	else if (kind == OQ_BLOCK_PARAGRAPH && walk->in_quotes > 0)
		oq_block_writer_begin(walk->out, OQ_BLOCK_QUOTE, 0, NULL);
	else
		oq_block_writer_begin(walk->out, kind, level, NULL);
	put_number(walk);
}

/* Code is read as it stands, line by line. */
static void
put_code(Walk *walk, const char *text)
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
lines_of(const Walk *walk, cmark_node *paragraph)
{
	GString *text = g_string_new(NULL);
	for (cmark_node *node = cmark_node_first_child(paragraph); node != NULL;
		node = cmark_node_next(node)) {
		const char *literal = cmark_node_get_literal(node);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			g_string_append_c(text, '\n');
		else if (literal != NULL && type == CMARK_NODE_TEXT)
			oq_markdown_notes_refer(walk->notes, literal, text);
		else if (literal != NULL)
			g_string_append(text, literal);
		else if (cmark_node_first_child(node) != NULL) {
			g_autofree char *inner = lines_of(walk, node);
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

static gboolean
is_table(char *const *lines)
{
	return lines[0] != NULL && lines[1] != NULL && strchr(lines[0], '|') != NULL &&
	       is_rule(lines[1]);
}

/* A paragraph whose second line is a table's rule is one. */
static gboolean
put_table(const Walk *walk, cmark_node *paragraph)
{
	g_autofree char *text = lines_of(walk, paragraph);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	if (!is_table(lines)) {
		oq_markdown_notes_take_back(walk->notes);
		return FALSE;
	}
	OqTableText *rows = oq_table_text_new(walk->out, TRUE);
	for (guint i = 0; lines[i] != NULL; i++)
		if (i != 1)
			put_row(rows, lines[i]);
	oq_table_text_free(rows);
	oq_markdown_notes_end_block(walk->notes, walk->out);
	return TRUE;
}

static void
put_text(const Walk *walk, const char *literal)
{
	g_autoptr(GString) text = g_string_new(NULL);
	oq_markdown_notes_refer(walk->notes, literal, text);
	oq_block_writer_text(walk->out, text->str, (gssize)text->len);
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
	case CMARK_NODE_ITEM:
		enter_item(walk, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->in_quotes++;
		break;
	case CMARK_NODE_CODE_BLOCK:
		put_code(walk, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_TEXT:
		put_text(walk, cmark_node_get_literal(node));
		break;
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
		oq_markdown_notes_end_block(walk->notes, walk->out);
		break;
	case CMARK_NODE_LIST:
		walk->depth--;
		break;
	case CMARK_NODE_ITEM:
		walk->list = NULL;
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->in_quotes--;
		break;
	default:
		break;
	}
}

static void
walk_tree(OqBlockWriter *out, OqMarkdownNotes *notes, cmark_node *root)
{
	Walk walk = {.out = out, .notes = notes};
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

/* Of a note. */
static char *
plain_of(const char *markdown)
{
	GString *text = g_string_new(NULL);
	cmark_node *root = cmark_parse_document(
		markdown, strlen(markdown), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	cmark_iter *iter = cmark_iter_new(root);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
			type == CMARK_NODE_CODE_BLOCK)
			g_string_append(text, cmark_node_get_literal(node));
		else if (type < CMARK_NODE_FIRST_INLINE || type == CMARK_NODE_SOFTBREAK ||
			 type == CMARK_NODE_LINEBREAK)
			g_string_append_c(text, ' ');
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return g_string_free(text, FALSE);
}

static void
put_part(OqBlockWriter *out, OqMarkdownNotes *notes, const char *part)
{
	cmark_node *root = cmark_parse_document(
		part, strlen(part), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	cmark_consolidate_text_nodes(root);
	walk_tree(out, notes, root);
	cmark_node_free(root);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GString) text = oq_text_input_load(job, error);
	if (text == NULL)
		return FALSE;
	g_autoptr(OqMarkdownNotes) notes = oq_markdown_notes_new(job->notes, plain_of);
	const char *front = skip_front_matter(out, text->str);
	g_autofree char *body = oq_markdown_notes_take(notes, front);
	g_autoptr(OqMarkdownParts) parts = oq_markdown_parts_new(body);
	const char *part;
	while (!oq_block_writer_is_closed(out) && (part = oq_markdown_parts_next(parts)) != NULL)
		put_part(out, notes, part);
	oq_markdown_notes_end(notes, out);
	return TRUE;
}

const OqLoader oq_loader_markdown = {.name = "markdown", .fit = fit, .load = load};
